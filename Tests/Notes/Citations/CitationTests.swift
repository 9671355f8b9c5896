import Testing

@testable import Notes

@Suite("Citations")
struct CitationTests {
  private func lines(_ site: SmallSite, _ citations: Citations, on path: String) -> [String] {
    guard let note = site.knowledge.index.notesByPath[path] else { return [] }
    return citations.citing(note).map { citation in
      let text = citation.sentence.map { String(decoding: $0.text, as: UTF8.self) } ?? "-"
      return "\(site.knowledge.notes[citation.note].path.path): \(text)"
    }
  }

  @Test("come with the sentence that says most, the page's own domain first")
  func sentences() {
    let site = SmallSite([
      "docker/volume.md": "# Volume\n\nA volume keeps data. A [[Volume]] is no mount.",
      "docker/mount.md": "# Mount\n\n[[Volume]]\n\nIt is not as good as a [[Volume|volume]] for data. Yes.",
      "docker/list.md": "# List\n\n- [[Volume]]\n- [Mount](mount.md)",
      "kubernetes/claim.md": "# Claim\n\nLike a *[[Volume]]* in Docker.\n\nSee [the volume](../docker/volume.md).",
    ])
    let citations = Citations(site.knowledge, bodies: site.bodies)
    #expect(
      lines(site, citations, on: "docker/volume.md") == [
        "docker/mount.md: It is not as good as a volume for data.", "docker/list.md: -",
        "kubernetes/claim.md: Like a Volume in Docker.",
      ])
    #expect(lines(site, citations, on: "kubernetes/claim.md") == [])
  }

  @Test("are counted, and only some are shown")
  func many() {
    var notes = (0..<40).map { ("a/n\(100 + $0).md", "# N\($0)\n\nNumber \($0) cites the [[Target]] once.") }
    notes += (0..<5).map { ("b/m\($0).md", "# M\($0)\n\nThe [[Target]] is cited from b\($0).") }
    notes.append(("a/target.md", "# Target"))
    let site = SmallSite(notes)
    let citations = Citations(site.knowledge, bodies: site.bodies)
    let target = site.knowledge.index.notesByPath["a/target.md"] ?? 0
    let shown = lines(site, citations, on: "a/target.md")
    #expect(citations.count(citing: target) == 45)
    #expect(shown.count == 8)
    #expect(shown.filter { $0.hasPrefix("a/") }.count == 6 && shown.last == "b/m1.md: The Target is cited from b1.")
  }
}
