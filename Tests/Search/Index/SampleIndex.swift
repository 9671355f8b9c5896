import Search

/// A small site for tests, and its index.
enum SampleIndex {
  /// A page with something of everything.
  static let volume = SearchDocument(
    path: "kubernetes/persistent-volume-claim/", title: "PersistentVolumeClaim", kind: "object", domain: "kubernetes",
    aliases: ["PVC", "volume claim"], definition: "A request for storage (by a user), e.g. 5 GiB.",
    headings: [
      SearchDocument.Heading(text: "What it is", anchor: "what-it-is"),
      SearchDocument.Heading(text: "Access modes", anchor: "modes", names: ["RWO", "ReadWriteOnce"]),
      SearchDocument.Heading(text: "What it is", anchor: "what-it-is-1"),
    ],
    inbound: ["the claim's modes", "PVC", "the claim's modes"],
    words: BodyWords(html: "<p>Claim <em>stor</em>age in spec.resources</p>".utf8.span))

  static let documents = [
    volume,
    SearchDocument(
      path: "", title: "Home", definition: "", words: BodyWords(html: "<p>All about storage</p>".utf8.span)),
    SearchDocument(
      path: "docker/volume/", title: "Volumes, in Docker", kind: "object", domain: "docker",
      headings: [SearchDocument.Heading(text: "What it is", anchor: "what-it-is")],
      words: BodyWords(html: "<p>Storage storage</p>".utf8.span)),
  ]

  static let index = SearchIndex(documents)
}

/// The bytes of a text.
func text(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes), as: UTF8.self)
}
