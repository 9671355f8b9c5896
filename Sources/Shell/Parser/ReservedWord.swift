import Source

/// A word that is no command where a command is expected.
enum ReservedWord {
  case ifWord, then, elseWord, elif, fi
  case forWord, whileWord, until, select, doWord, done
  case caseWord, esac
  case openBrace, closeBrace, condition
  case function, time, coproc

  /// Whether a list of commands ends in front of it.
  var endsList: Bool {
    switch self {
    case .then, .elseWord, .elif, .fi, .doWord, .done, .esac, .closeBrace: true
    default: false
    }
  }

  init?(_ word: Bytes) {
    switch word {
    case "if": self = .ifWord
    case "then": self = .then
    case "else": self = .elseWord
    case "elif": self = .elif
    case "fi": self = .fi
    case "for": self = .forWord
    case "while": self = .whileWord
    case "until": self = .until
    case "select": self = .select
    case "do": self = .doWord
    case "done": self = .done
    case "case": self = .caseWord
    case "esac": self = .esac
    case "{": self = .openBrace
    case "}": self = .closeBrace
    case "[[": self = .condition
    case "function": self = .function
    case "time": self = .time
    case "coproc": self = .coproc
    default: return nil
    }
  }
}

extension Parser {
  /// The reserved word at the position, which is left where it is.
  func reservedWord() -> ReservedWord? {
    switch peek() {
    case UInt8(ascii: "c")...UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "s")...UInt8(ascii: "u"),
      UInt8(ascii: "w"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["):
      let length = wordLength(upTo: 9)
      return length == 0 ? nil : ReservedWord(bytes[position..<position + length])
    default:
      return nil
    }
  }

  /// How long the word at the position is; 0 where it is longer than `limit`.
  private func wordLength(upTo limit: Int) -> Int {
    var length = 1
    while length < limit, !isDelimiter(length) { length += 1 }
    return isDelimiter(length) ? length : 0
  }

  /// Goes on behind `literal` where it is the word at the position; whether it was.
  mutating func skip(word literal: StaticString) -> Bool {
    guard isAt(literal), isDelimiter(literal.utf8CodeUnitCount) else { return false }
    position += literal.utf8CodeUnitCount
    return true
  }
}
