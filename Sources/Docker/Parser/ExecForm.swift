import Source

enum ExecForm {
  case strings([Word])
  case otherElements(SourceRange)
  case none

  init(_ content: Bytes) {
    guard content.first == UInt8(ascii: "["), content.last == UInt8(ascii: "]") else {
      self = .none
      return
    }
    self = .none
  }
}
