import Testing

@testable import rutter

@Suite("Shares of the files")
struct ShardTests {
  @Test(arguments: ["1/1", "2/5", "5/5", "10000/10000"]) func `a share is a number of a number`(text: String) throws {
    let shard = try #require(Shard(text))
    #expect("\(shard.number)/\(shard.count)" == text)
  }

  @Test(arguments: ["", "1", "0/1", "2/1", "1/0", "-1/2", "a/b", "1/2/3", "1/10001", "1/"])
  func `all else is none`(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func `each file is in one share, and the shares are alike`() {
    let paths = (0..<2_000).map { "content/section-\($0 % 7)/note-\($0).md" }
    for count in [1, 2, 3, 8] {
      let shards = (1...count).compactMap { Shard("\($0)/\(count)") }
      #expect(shards.count == count)
      for path in paths { #expect(shards.count { $0.includes(path) } == 1) }
      for shard in shards {
        let size = paths.count { shard.includes($0) }
        #expect(abs(size - paths.count / count) < paths.count / 10, "\(shard): \(size)")
      }
    }
  }

  @Test func `it never changes`() {
    #expect((1...5).compactMap { Shard("\($0)/5") }.first { $0.includes("content/index.md") }?.number == 2)
  }
}
