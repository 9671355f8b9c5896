import Source
import TestSupport
import Testing

@testable import Docker

@Suite("Mounts and what is written like them")
struct MountTests {
  private static func mount(_ text: Bytes) throws(ValueFault) -> Mount {
    try Mount(try MountOption.read(text))
  }

  @Test(
    arguments: [
      ("a", ["a"]), ("a,b", ["a", "b"]), ("a,", ["a", ""]), (",", ["", ""]), (#""a,b",c"#, ["a,b", "c"]),
      (#""a""b","""#, [#"a"b"#, ""]), (#""""""#, [#"""#]).self, ("a b, c", ["a b", " c"]),
    ] as [(String, [String])])
  func `fields stand between commas`(text: String, fields: [String]) throws {
    #expect(try CSVFields.read(bytes(text)).map(\.bytes.string) == fields)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Options are missing"),
    FaultCase(#"x,1️⃣a"b2️⃣,c"#, #"Quote within 'a"b'; it belongs before the whole option"#),
    FaultCase(#"x,1️⃣"2️⃣a,b"#, "Quote is never closed"),
    FaultCase(#""a"1️⃣b2️⃣,c"#, "Text 'b' follows a closing quote"),
  ])
  func `a field with half a quote is refused`(fault: FaultCase) {
    fault.expect(CSVFields.read)
  }

  @Test func `a mount is of type bind and read-only where nothing else is said`() throws {
    let mount = try Self.mount(bytes("source=a,target=/b,from=base"))
    #expect(mount.kind == .bind)
    #expect(mount.isReadOnly)
    #expect(mount.source.string == "a")
    #expect(mount.target.string == "/b")
    #expect(mount.from.string == "base")
  }

  @Test func `every option is read`() throws {
    let cache = try Self.mount(bytes("TYPE=Cache,dst=/c,id=x,sharing=Locked,mode=0755,uid=1000,gid=0,ro"))
    #expect(cache.kind == .cache)
    #expect(cache.sharing == .locked)
    #expect(cache.id.string == "x")
    #expect([cache.mode, cache.user, cache.group] == [0o755, 1_000, 0])
    #expect(cache.isReadOnly)
    let memory = try Self.mount(bytes("type=tmpfs,destination=/t,size=64m"))
    #expect(memory.size?.bytes == 67_108_864)
    #expect(!memory.isReadOnly)
    let secret = try Self.mount(bytes("type=secret,id=key,required,env=KEY,rw=false"))
    #expect(secret.isRequired)
    #expect(secret.environment?.string == "KEY")
    #expect(secret.isReadOnly)
    #expect(try Self.mount(bytes("type=ssh,required=1")).isRequired)
    #expect(try Self.mount(bytes("type=ssh")).kind == .ssh)
  }

  @Test(arguments: [
    FaultCase("1️⃣2️⃣", "Options are missing"),
    FaultCase("type=1️⃣cach2️⃣,target=/x", "Mount type 'cach' is unknown, did you mean 'cache'?", meaning: "cache"),
    FaultCase(
      "type=1️⃣volume2️⃣", "Mount type 'volume' is unknown; there are 'bind', 'cache', 'tmpfs', 'secret' and 'ssh'"),
    FaultCase("type=cache,1️⃣targt2️⃣=/x", "Mount option 'targt' is unknown, did you mean 'target'?", meaning: "target"),
    FaultCase("1️⃣colour2️⃣=red", "Mount option 'colour' is unknown"),
    FaultCase("type=cache,1️⃣foo2️⃣", "Mount option 'foo' lacks its '=value'"),
    FaultCase("type=cache,1️⃣2️⃣", "Mount option '' is empty"),
    FaultCase("target=/x,ro=1️⃣maybe2️⃣", "'maybe' is neither true nor false"),
    FaultCase("1️⃣size2️⃣=1g,target=/x", "Mount option 'size' is none of type 'bind'"),
    FaultCase(
      "1️⃣size2️⃣=1g,type=tmpfs", "Mount option 'size' stands before 'type=tmpfs'; the type comes first"),
    FaultCase(
      "1️⃣required2️⃣,type=secret", "Mount option 'required' stands before 'type=secret'; the type comes first"),
    FaultCase("type=cache,1️⃣required2️⃣=true", "Mount option 'required' is none of type 'cache'"),
    FaultCase("type=tmpfs,size=1️⃣big2️⃣", "Size 'big' is none; write one as '64m' or '1g'"),
    FaultCase("type=cache,mode=1️⃣92️⃣", "Mode '9' is no octal number"),
    FaultCase("type=cache,uid=1️⃣root2️⃣", "User 'root' is no number"),
    FaultCase("type=cache,gid=1️⃣-12️⃣", "Group '-1' is no number"),
    FaultCase("type=cache,sharing=1️⃣loked2️⃣", "Sharing 'loked' is unknown, did you mean 'locked'?", meaning: "locked"),
    FaultCase("target=/x,1️⃣mode2️⃣=0755", "Mount option 'mode' is none of type 'bind'"),
    FaultCase("1️⃣uid2️⃣=0,type=tmpfs", "Mount option 'uid' is none of type 'tmpfs'"),
    FaultCase("type=ssh,1️⃣sharing2️⃣=shared", "Mount option 'sharing' is none of type 'ssh'"),
    FaultCase("type=secret,id=a,1️⃣from2️⃣=b", "Mount option 'from' is none of type 'secret'"),
    FaultCase("type=secret,id=a,1️⃣sharing2️⃣=shared", "Mount option 'sharing' is none of type 'secret'"),
    FaultCase("1️⃣type=secret2️⃣", "Mount of type 'secret' lacks an 'id'"),
    FaultCase("type=secret,source=a,1️⃣id2️⃣=b", "Mount of a secret has both 'source' and 'id', which are the same"),
    FaultCase(
      "from=1️⃣$base2️⃣,target=/x",
      "Variable in 'from=$base' is not replaced; name a stage 'FROM … AS' and mount from that"),
  ])
  func `a mount that cannot be is refused`(fault: FaultCase) {
    fault.expect(Self.mount)
  }

  @Test func `a value that came out of a variable is refused where the variable stands`() throws {
    let marked = MarkedText("type=1️⃣$KIND2️⃣,target=/x")
    var options = try MountOption.read(marked.bytes[...])
    options[0].value = bytes("cach")
    do throws(ValueFault) {
      _ = try Mount(options)
      Issue.record("it is read")
    } catch {
      #expect(error.range == marked.range(1, 2))
      #expect(error.replacement == nil)
    }
  }

  @Test(arguments: [
    ("", "skip: ; experimental: ; false"), ("skip=all", "skip: all; experimental: ; false"),
    ("skip=A, B ;error=true", "skip: A B; experimental: ; true"),
    (" experimental = all ; error = 0", "skip: ; experimental: all; false"),
  ])
  func `a check directive names checks`(text: String, expected: String) throws {
    func words(_ checks: CheckDirective.Checks) -> String {
      switch checks {
      case .all: "all"
      case .named(let names): names.map(\.string).joined(separator: " ")
      }
    }
    let check = try CheckDirective(bytes(text))
    #expect("skip: \(words(check.skipped)); experimental: \(words(check.experimental)); \(check.isError)" == expected)
  }

  @Test(arguments: [
    FaultCase("1️⃣skip2️⃣", "Check option 'skip' lacks its '=value'"),
    FaultCase("error=1️⃣maybe2️⃣", "'maybe' is neither true nor false"),
    FaultCase("skip=a;1️⃣skp2️⃣=b", "Check option 'skp' is unknown, did you mean 'skip'?", meaning: "skip"),
    FaultCase("skip=all;1️⃣2️⃣", "Check option '' lacks its '=value'"),
    FaultCase(
      "1️⃣warn2️⃣=1", "Check option 'warn' is unknown; there are 'skip', 'experimental' and 'error'"),
  ])
  func `a check directive with something else is refused`(fault: FaultCase) {
    fault.expect(CheckDirective.init)
  }
}
