import Search
import Testing

@Suite("Ranking")
struct RankingTests {
  /// A query, and the pages that it finds, best first.
  struct Case: CustomTestStringConvertible {
    let query: String
    let pages: [String]

    init(_ query: String, _ pages: String...) {
      (self.query, self.pages) = (query, pages)
    }

    var testDescription: String { query }
  }

  private static let documents = [
    page("volume/", "Volumes", kind: "object", domain: "docker", aliases: ["data store"], "Keep files."),
    page(
      "volume/drivers/", "Volume drivers", kind: "object", domain: "docker", headings: ["Writing a driver"],
      "A driver for volumes. Volumes, volumes!"),
    page(
      "claim/", "PersistentVolumeClaim", kind: "object", domain: "kubernetes", definition: "A request for storage.",
      inbound: ["asking for room"]),
    page("config/", "ConfigMap", kind: "object", domain: "kubernetes", "Set spec.template.spec and --dry-run=client."),
    page(
      "deploy/", "Deployments", kind: "guide", domain: "kubernetes", headings: ["Scaling"], "Write spec and template."),
    page("schedule/", "Scheduling pods", kind: "guide", domain: "kubernetes", "The affinity of a node."),
    page("other/", "Remarks", "On scheduling, configuration, deployments, and how volumes are mounted."),
    page("chinese/", "容器网络", "数据卷"),
  ]

  static let cases = [
    // A title that is the query stands before those which have more words, and these before texts.
    Case("volumes", "volume/", "volume/drivers/", "claim/", "other/"),
    Case("volume", "volume/", "volume/drivers/", "claim/", "other/"),
    Case("volume drivers", "volume/drivers/", "volume/", "claim/", "other/"),
    // Aliases, headings, links that lead there, definitions.
    Case("data store", "volume/"),
    Case("scaling", "deploy/"),
    Case("asking for room", "claim/"),
    Case("request storage", "claim/"),
    // Compounds: written together, apart, and their parts.
    Case("config map", "config/"),
    Case("configmap", "config/"),
    Case("persistentvolumeclaim", "claim/"),
    // The last word may go on.
    Case("deplo", "deploy/", "other/"),
    Case("scheduling po", "schedule/", "other/"),
    // Stems.
    Case("scheduled pod", "schedule/", "other/"),
    // Errors: a letter left out, too many, wrong, swapped, at the front; two of them in a long word; in names and texts.
    Case("volums", "volume/", "volume/drivers/", "claim/", "other/"),
    Case("schedulling pods", "schedule/", "other/"),
    Case("deploymemts ", "deploy/", "other/"),
    Case("depolyments ", "deploy/", "other/"),
    Case("eployments ", "deploy/", "other/"),
    Case("deplyomemts ", "deploy/", "other/"),
    Case("afinity ", "schedule/"),
    // Tokens of code: whole ones before their words.
    Case("spec.template.spec", "config/", "deploy/"),
    Case("--dry-run=client", "config/"),
    Case("--dry-run", "config/"),
    // Filters.
    Case("volumes in:docker", "volume/", "volume/drivers/"),
    Case("kind:object in:kube volume", "claim/"),
    Case("kind:guide", "deploy/", "schedule/"),
    Case("kind:volumes ", "volume/", "volume/drivers/", "claim/", "other/"),
    // Scripts without blanks.
    Case("网络", "chinese/"),
    Case("数据", "chinese/"),
    // Nothing.
    Case("zyzzyva"),
    Case(""),
    Case("  ?! "),
  ]

  @Test(arguments: cases)
  func `the best page comes first`(_ example: Case) throws {
    var search = try SampleSearch(Self.documents)
    #expect(try search.pages(example.query) == example.pages)
  }
}
