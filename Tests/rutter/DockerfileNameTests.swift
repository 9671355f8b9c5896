import Testing

@testable import rutter

@Suite("Dockerfiles are known by their names")
struct DockerfileNameTests {
  @Test(arguments: [
    "Dockerfile", "a/b/Dockerfile", "dockerfile", "Dockerfile.dev", "Dockerfile-dev", "Dockerfile_dev",
    "web.dockerfile",
    "web.Dockerfile", "Containerfile", "Containerfile.dev", "x.containerfile", "Dockerfile.go",
  ])
  func `found in a folder`(path: String) {
    #expect(DockerfileName.isFound(at: path) && DockerfileName.matches(path))
  }

  @Test(arguments: [
    "Dockerfile.dockerignore", "Dockerfile.md", "dockerfile.markdown", "run.sh", "Dockerfile/run.sh", "my-dockerfile",
    "dockerfile.d/notes",
  ])
  func `another kind of file`(path: String) {
    #expect(!DockerfileName.isFound(at: path) && !DockerfileName.matches(path))
  }

  @Test(arguments: ["Dockerfile.j2", "Dockerfile.template", "DockerfileRules.swift", "Dockerfile.swift", "dockerfiles"])
  func `passed over in a folder, checked where it is named`(path: String) {
    #expect(!DockerfileName.isFound(at: path) && DockerfileName.matches(path))
  }
}
