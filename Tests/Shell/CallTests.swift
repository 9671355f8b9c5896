import Shell
import Source
import TestSupport
import Testing

private func call(_ text: String) throws -> Call {
  try #require(Script(parsing: SourceText(path: "run.sh", bytes: Array(text.utf8))).calls.first)
}

extension Call {
  fileprivate func texts(_ words: [Script.Word]) -> [String] { words.map { self[$0].string } }
}

@Suite struct CallTests {
  @Test(arguments: [
    ("apt-get install", "apt-get"), ("'apt'-get install", "apt-get"), ("A=1 b", "b"), ("$x install", ""),
    ("/bin/a", "/bin/a"),
  ])
  func `a call has a name`(text: String, name: String) throws {
    #expect(try call(text).name.string == name)
  }

  @Test func `a name that is an expansion is equal to none`() throws {
    let call = try call("$x install")
    #expect(call.name != "$x")
    #expect(call.hasArgument("install"))
  }

  @Test(arguments: ["A=1", ">x", "(", "# a"])
  func `what runs nothing is no call`(text: String) {
    #expect(Script(parsing: SourceText(path: "run.sh", bytes: Array(text.utf8))).calls.isEmpty)
  }

  @Test(arguments: [
    ("a -y b", true), ("a -qy b", true), ("a b -yq", true), ("a --assume-yes", true), ("a --assume-yes=true", true),
    ("a y", false), ("a --y", false), ("a -- -y", false), ("a -q=y", false), ("a --assume-yes-please", false),
    ("a -", false),
  ])
  func `a flag is found in all its forms`(text: String, expected: Bool) throws {
    #expect(try call(text).hasFlag("y", "assume-yes") == expected)
  }

  @Test func `a flag has a place`() throws {
    let text = MarkedText("a b 1️⃣-qy2️⃣ -y")
    let call = try #require(Script(parsing: text.source()).calls.first)
    #expect(call.flag("y", "yes")?.range == text.range(1, 2))
    #expect(call.flag("z") == nil)
  }

  @Test(arguments: [("a -qq", 2), ("a -q -q b", 2), ("a --q q", 0), ("a -yq", 1)])
  func `flags of one letter are counted`(text: String, count: Int) throws {
    #expect(try call(text).count(ofFlag: UInt8(ascii: "q")) == count)
  }

  @Test(arguments: [
    ("a -o 1️⃣v2️⃣ b", "v"), ("a -o1️⃣v2️⃣ b", "v"), ("a -o=1️⃣v2️⃣", "v"), ("a -xo 1️⃣v2️⃣", "v"), ("a --output 1️⃣v2️⃣", "v"),
    ("a --output=1️⃣v2️⃣", "v"), ("a 1️⃣--output='v w'2️⃣", "v w"), ("a -o 1️⃣'v w'2️⃣", "v w"), ("a --output=1️⃣2️⃣", ""),
  ])
  func `a flag has a value`(marked: String, expected: String) throws {
    let text = MarkedText(marked)
    let call = try #require(Script(parsing: text.source()).calls.first)
    let value = try #require(call.value(of: "o", "output"))
    #expect(value.bytes.string == expected)
    #expect(value.range == text.range(1, 2))
  }

  @Test(arguments: ["a o v", "a -o", "a --output", "a -- -o v", "a --outputs v"])
  func `a flag that is not given has none`(text: String) throws {
    #expect(try call(text).value(of: "o", "output") == nil)
  }

  @Test func `operands are neither flags nor their values`() throws {
    let call = try call("apt-get -t sid install -y --option=x --target-release sid a 'b' -- -c")
    #expect(
      call.texts(call.operands(besidesValuesOf: "t", "target-release")) == ["install", "a", "b", "-c"])
    #expect(call.texts(call.operands) == ["sid", "install", "sid", "a", "b", "-c"])
    #expect(call.texts(call.flags) == ["-t", "-y", "--option=x", "--target-release"])
  }

  @Test(arguments: [
    ("sudo apt-get install", "apt-get"), ("sudo -E -u root A=1 apt-get x", "apt-get"), ("env A=1 B=2 a", "a"),
    ("env -u X a", "a"), ("sudo env A=1 exec a", "a"), ("timeout -k 5 10 a", "a"), ("command -v a", "command"),
    ("command a", "a"), ("a b", "a"), ("sudo", "sudo"), ("env A=1", "env"), ("sudo -- a -b", "a"), ("nice -n 5 a", "a"),
  ])
  func `what runs another command can be taken off`(text: String, name: String) throws {
    #expect(try call(text).unwrapped.name.string == name)
  }

  @Test func `a wrapped call keeps its arguments and place`() throws {
    let text = MarkedText("sudo -E 1️⃣apt-get -y install a2️⃣ >x")
    let call = try #require(Script(parsing: text.source()).calls.first).unwrapped
    #expect(call.place == text.range(1, 2))
    #expect(call.isCommand("install"))
    #expect(call.hasFlag("y"))
    #expect(!call.hasFlag("E"))
  }
}
