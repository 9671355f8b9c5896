import TestSupport
import Testing

@Suite("Sites go in, files come out", .needsBuild)
struct SiteTests {
  @Test(arguments: SiteCase.all)
  func `as the archive says`(site: SiteCase) throws {
    try site.run()
  }
}
