import Testing

@testable import Run

@Suite struct BuildOutputTests {
  @Test(arguments: [
    ("Error: checking if cached image exists from a previous build: getting top layer info: layer not known\n", true),
    ("STEP 1/2: FROM a\nError: building at STEP \"COPY a b\": image not known", true),
    ("Error: building at STEP \"RUN make\": exit status 2\n", false),
    ("layer not known\nError: building at STEP \"RUN cat notes\": exit status 1\n", false),
    ("", false),
  ])
  func `a build that another page has robbed of a layer is known`(output: String, isRobbed: Bool) {
    #expect(BuildOutput(Array(output.utf8)).hasLostLayer == isRobbed)
  }
}
