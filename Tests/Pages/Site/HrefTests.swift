import Testing

@testable import Notes
@testable import Pages

@Suite struct HrefTests {
  @Test(
    "A page writes other pages the shortest way",
    arguments: [
      ("docker/volume/", "docker/bind-mount/", "../bind-mount/index.html"),
      ("docker/volume/", "kubernetes/pod/", "../../kubernetes/pod/index.html"),
      ("docker/volume/", "docker/", "../index.html"),
      ("docker/volume/", "", "../../index.html"),
      ("docker/", "docker/volume/", "volume/index.html"),
      ("", "docker/volume/", "docker/volume/index.html"),
      ("", "", "index.html"),
      ("docker/volume/", "docker/volume/", "index.html"),
      ("docker/vol/", "docker/volume/", "../volume/index.html"),
      ("a/", "b c/é/", "../b%20c/%C3%A9/index.html"),
      ("", "a:b/", "a%3Ab/index.html"),
    ])
  func relative(from: String, to: String, href: String) {
    #expect(Href(from: Address(from)).page(Address(to)) == href)
  }

  @Test("A fragment follows, and stands alone on the page itself")
  func fragment() {
    let href = Href(from: Address("docker/volume/"))
    #expect(href.page(Address("docker/volume/"), fragment: "x") == "#x")
    #expect(href.page(Address("docker/"), fragment: "x") == "../index.html#x")
  }

  @Test("The page that is shown in the place of others starts at the root")
  func root() {
    #expect(Href(below: "/docs/").page(Address("docker/")) == "/docs/docker/index.html")
    #expect(Href(below: "/").file("assets/rutter.css") == "/assets/rutter.css")
  }

  @Test("Relative and absolute paths meet at the same place")
  func property() {
    let addresses = ["", "a/", "a/b/", "a/b/c/", "ab/", "b/a/", "a/bb/c/"].map { Address($0) }
    for from in addresses {
      for to in addresses {
        let joined = Destination.join(from.path, Href(from: from).page(to)) ?? "outside"
        #expect(joined == to.file)
      }
    }
  }
}
