import Testing

@testable import Notes

@Suite struct LinkerTests {
  static let around: KeyValuePairs<String, String> = [
    "docker/index.md": "# Docker",
    "docker/volume.md": "---\naliases: [named volume]\n---\n# Volume\n\n## How it works\n\n## Name {#called}",
    "docker/bind mounts.md": "# Bind mount",
    "kubernetes/volume.md": "# Volume",
    "kubernetes/pod.md": "---\nredirect-from: [/old/pod/]\n---\n# Pod",
    "kubernetes/sub/deep.md": "text",
  ]

  private func link(_ markdown: String, from path: String) -> (targets: [String], findings: [String]) {
    var notes = Self.around.map { ($0.key, $0.value) }
    notes.append((path, markdown))
    let site = SmallSite(notes, assets: ["docker/layers.png", "files/a.pdf"])
    return (site.targets(of: path), site.findings)
  }

  @Test(
    "A link leads to what its path names",
    arguments: [
      ("[x](volume.md)", "/docker/volume/"),
      ("[x](./volume.md)", "/docker/volume/"),
      ("[x](volume)", "/docker/volume/"),
      ("[x](../kubernetes/pod.md)", "/kubernetes/pod/"),
      ("[x](/kubernetes/pod/)", "/kubernetes/pod/"),
      ("[x](/kubernetes/pod/index.html)", "/kubernetes/pod/"),
      ("[x](/kubernetes)", "/kubernetes/"),
      ("[x](../kubernetes/sub/)", "/kubernetes/sub/"),
      ("[x](../volume/)", "/docker/volume/"),
      ("[x](/old/pod/)", "/kubernetes/pod/"),
      ("[x](bind%20mounts.md)", "/docker/bind-mounts/"),
      ("[x](<bind mounts.md>)", "/docker/bind-mounts/"),
      ("[x](volume.md#how-it-works)", "/docker/volume/#how-it-works"),
      ("[x](volume.md#called)", "/docker/volume/#called"),
      ("[x](volume.md?raw=1)", "/docker/volume/"),
      ("![x](layers.png)", "docker/layers.png"),
      ("[x](../files/a.pdf)", "files/a.pdf"),
      ("[x](https://example.org/)", "as written"),
      ("[x](//example.org/)", "as written"),
      ("[x](mailto:a@example.org)", "as written"),
      ("[[Bind mount]]", "/docker/bind-mounts/"),
      ("[[bind-mounts]]", "/docker/bind-mounts/"),
      ("[[NAMED  volume|x]]", "/docker/volume/"),
      ("[[Volume]]", "/docker/volume/"),
      ("[[Volume#How it works]]", "/docker/volume/#how-it-works"),
      ("[[Volume#called]]", "/docker/volume/#called"),
      ("[[kubernetes/volume]]", "/kubernetes/volume/"),
      ("![[layers.png]]", "docker/layers.png"),
      ("![[Pod]]", "/kubernetes/pod/"),
    ])
  func resolves(markdown: String, target: String) {
    let (targets, findings) = link(markdown, from: "docker/note.md")
    #expect(targets == [target])
    #expect(findings == [])
  }

  @Test(
    "A link that leads nowhere is a finding, with what was probably meant",
    arguments: [
      ("[x](volumes.md)", "notes/broken-link: Broken link 'volumes.md', did you mean 'volume.md'?"),
      (
        "[x](/docs/kubernetes/pod/)",
        "notes/broken-link: Broken link '/docs/kubernetes/pod/', did you mean '../kubernetes/pod.md'?"
      ),
      (
        "[x](/docs/kubernetes/pod/?a#b)",
        "notes/broken-link: Broken link '/docs/kubernetes/pod/?a#b', did you mean '../kubernetes/pod.md?a#b'?"
      ),
      ("[x](bind.mounts.md)", "notes/broken-link: Broken link 'bind.mounts.md', did you mean 'bind%20mounts.md'?"),
      ("[x](nothing-like-it.md)", "notes/broken-link: Broken link 'nothing-like-it.md'"),
      (
        "[x](volume.md#how-it-work)",
        "notes/broken-anchor: Broken anchor '#how-it-work' in 'docker/volume.md', did you mean 'how-it-works'?"
      ),
      ("![x](layer.png)", "notes/broken-image: Missing image 'layer.png', did you mean 'layers.png'?"),
      ("[[Pods]]", "notes/unknown-topic: Unknown topic 'Pods', did you mean 'Pod'?"),
      ("![[Podd]]", "notes/broken-embed: Nothing to embed under 'Podd', did you mean 'Pod'?"),
      ("[x](../../etc/passwd)", "notes/outside-site: Link out of the site '../../etc/passwd'"),
      ("[x](javascript:alert)", "notes/unsafe-link: Unsafe link 'javascript:alert'"),
    ])
  func reports(markdown: String, finding: String) {
    #expect(link(markdown, from: "docker/note.md").findings == ["docker/note.md: " + finding])
  }

  @Test("A name that several notes have is ambiguous, and the nearest one wins without doubt")
  func ambiguity() {
    let far = link("[[Volume]]", from: "other/note.md")
    #expect(far.targets == ["/docker/volume/"])
    #expect(
      far.findings == [
        "other/note.md: notes/ambiguous-topic: Ambiguous topic 'Volume': 2 notes have that name, 'docker/volume.md' is linked"
      ])
    #expect(link("[[Volume]]", from: "kubernetes/note.md").targets == ["/kubernetes/volume/"])
    #expect(link("[[Volume]]", from: "kubernetes/sub/note.md").findings == [])
  }

  @Test("A link to a draft is a finding, and none when drafts are published")
  func drafts() {
    let notes: KeyValuePairs = ["a.md": "[x](b.md) and [[B]]", "b.md": "---\ndraft: true\n---\n# B"]
    #expect(SmallSite(notes).findings.contains("a.md: notes/link-to-draft: Link to the draft 'b.md'"))
    #expect(SmallSite(notes, withDrafts: true).findings == [])
  }

  @Test("Embeds that lead back to their note are a finding, once a circle")
  func circles() {
    let site = SmallSite(["a.md": "![[b]]", "b.md": "![[c]]", "c.md": "![[a]]", "d.md": "![[a]]"])
    #expect(site.findings == ["c.md: notes/embed-circle: Circle of embedded notes 'a.md' → 'b.md' → 'c.md'"])
  }

  @Test("Two notes with one address are both published")
  func clash() {
    let site = SmallSite(["a b.md": "one", "a-b.md": "two"])
    #expect(site.knowledge.index.addresses.map(\.path) == ["a-b/", "a-b-2/"])
    #expect(site.findings == ["a-b.md: notes/address-clash: Address '/a-b/' is taken by 'a b.md'"])
  }

  @Test("A README gives the address of its folder to the note that is there for the site")
  func readme() {
    let site = SmallSite(["a/README.md": "one", "a/_index.md": "two"])
    #expect(site.knowledge.index.addresses.map(\.path) == ["a-2/", "a/"])
    #expect(site.findings == ["a/README.md: notes/address-clash: Address '/a/' is taken by 'a/_index.md'"])
  }
}
