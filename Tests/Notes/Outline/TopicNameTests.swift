import Testing

@testable import Notes

@Suite("Labels become names")
struct TopicNameTests {
  @Test(arguments: [
    ("images", "Image", ["images"]),
    ("Understanding Volumes", "Volume", ["Volumes", "Understanding Volumes"]),
    ("What is a blob?", "Blob", ["What is a blob?"]),
    ("Introduction to partitioning:", "Partitioning", ["Introduction to partitioning"]),
    ("How TLS works", "TLS", ["How TLS works"]),
    ("Writing Dockerfiles", "Dockerfile", ["Dockerfiles", "Writing Dockerfiles"]),
    ("registries", "Registry", ["registries"]),
    ("classes", "Class", ["classes"]),
    ("caches", "Cache", ["caches"]),
    ("cookies", "Cookie", ["cookies"]),
    ("indexes", "Index", ["indexes"]),
    ("aliases", "Alias", ["aliases"]),
    ("StatefulSets", "StatefulSet", ["StatefulSets"]),
    ("User IDs", "User IDs", []),
    ("PVCs", "PVC", ["PVCs"]),
    ("Kubernetes", "Kubernetes", []),
    ("Redis", "Redis", []),
    ("DNS", "DNS", []),
    ("process", "Process", []),
    ("status", "Status", []),
    ("Argo Workflows", "Argo Workflows", []),
    ("multi-stage builds", "Multi-stage build", ["multi-stage builds"]),
    ("tmpfs mounts", "tmpfs mount", ["tmpfs mounts"]),
    ("Making better images", "Making better images", []),
    ("requests and limits", "Requests and limits", []),
    ("xmin / xmax", "xmin / xmax", []),
    ("HTTP/2", "HTTP/2", []),
  ])
  func `in the singular, without what makes a lesson of them`(label: String, title: String, aliases: [String]) {
    let name = TopicName(label)
    #expect(name.title == title)
    #expect(name.aliases == aliases)
  }

  @Test func `A program keeps its small letter, unless the notes give it a capital`() {
    let usage = { (text: String) in NameUsage(document(text)) }
    #expect(TopicName("ip", usage: usage("`ip addr` lists addresses")).title == "ip")
    #expect(TopicName("docker daemon", usage: usage("`docker run` starts Docker")).title == "Docker daemon")
    #expect(TopicName("image", usage: usage("FROM `image`")).title == "Image")
  }

  @Test func `A small plural that stands alone is sure only where its singular is used`() {
    #expect(TopicName("nftables", isBare: true, usage: NameUsage(document("a firewall"))).title == "Nftables")
    #expect(TopicName("pods", isBare: true, usage: NameUsage(document("each pod"))).title == "Pod")
    #expect(TopicName("Taints", isBare: true).title == "Taint")
  }

  @Test(arguments: [
    ("-p [host:]port", "-p"), ("--rm", "--rm"), ("--from=", "--from"), ("git branch <name>", "git branch"),
    ("docker buildx build", "docker buildx build"), ("SameSite=Lax|Strict", "SameSite"), ("<id>", "<id>"),
    ("acks=all", "acks=all"), ("max-age=<seconds>", "max-age"), ("--link=true", "--link"),
  ])
  func `Code is named by what stands before the first thing to be filled in`(code: String, name: String) {
    #expect(LabelReader.name(ofCode: code) == name)
  }
}
