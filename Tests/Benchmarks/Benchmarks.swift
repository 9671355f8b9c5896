import Glibc

/// Measures the hot paths, in processor time: `swift run -c release Benchmarks`.
@main
struct Benchmarks {
  static func main() async throws {
    let words = CommandLine.arguments
    if words.count == 4, words[1] == "serve", let port = Int(words[3]) {
      return try await FolderServer.run(words[2], port: port)
    }
    let page = try TemplateBenchmark.run()
    print("templates: \((page.microseconds * 100).rounded() / 100) µs for a page of \(page.bytes) bytes")
    let site = try ConceptBenchmark.run()
    let share = (site.concepts / site.without * 1000).rounded() / 10
    print("concept links: \(share) % of what reading and rendering 10,000 pages with 2,000 topics takes in memory")
    let watch = try await WatchBenchmark.run()
    print("watcher: tells of a write after \(watch.median) ms (median), \(watch.worst) ms (one in twenty takes longer)")
  }
}

/// The processor time that was used so far: other work on the machine does not count.
func processorSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
