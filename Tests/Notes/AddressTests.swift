import Testing

@testable import Notes

@Suite struct AddressTests {
  @Test(
    "A file's path becomes an address",
    arguments: [
      ("index.md", ""),
      ("docker/volume.md", "docker/volume/"),
      ("docker/index.md", "docker/"),
      ("docker/_index.md", "docker/"),
      ("docker/README.md", "docker/"),
      ("My Notes/Bind Mounts.md", "my-notes/bind-mounts/"),
      ("a#b%c?.md", "abc/"),
      ("\"quoted\" & 'more'.md", "quoted-more/"),
      ("🐳 whales.md", "🐳-whales/"),
      ("Über.md", "über/"),
      ("###.md", "page/"),
      ("v1.2.md", "v1.2/"),
    ])
  func address(path: String, address: String) {
    #expect(ContentPath(path).address == Address(address))
  }

  @Test("A plain name is its own slug", arguments: ["volume", "bind-mount", "a_b", "v1.2", "k8s"])
  func plain(name: String) {
    #expect(Slug.isPlain(name))
    #expect(Slug.part(name) == name)
  }

  @Test("A slug is its own slug", arguments: ["My Note #2?", "--a--", "a  b", "A.B.", "…", "x/…y"])
  func idempotent(name: String) {
    #expect(Slug.part(Slug.part(name)) == Slug.part(name))
  }

  @Test("An address knows its depth and its parent")
  func parent() {
    #expect(Address("docker/volume/").depth == 2)
    #expect(Address("docker/volume/").parent == Address("docker/"))
    #expect(Address("docker/").parent == .home)
    #expect(Address.home.parent == .home)
  }

  @Test(
    "A file's name becomes a title",
    arguments: [
      ("bind-mount", "Bind mount"), ("a_b-c", "A b c"), ("ConfigMap", "ConfigMap"), ("two words", "two words"),
    ])
  func title(name: String, title: String) {
    #expect(Title.fromFileName(name) == title)
  }
}
