import Testing

@testable import Run

@Suite struct BuildOutputTests {
  @Test func `what an engine says about layers is left out, but that they are old`() {
    let output = """
      STEP 1/2: FROM a
      --> 1fa5168b49b
      STEP 2/2: RUN make
      --> Using cache 1fa5168b49ba4e295e9e98f6384f2500a47605f156be75a66c83c049c1b5a2f7
      COMMIT localhost/web
      1fa5168b49ba4e295e9e98f6384f2500a47605f156be75a66c83c049c1b5a2f7

      """
    let kept = "STEP 1/2: FROM a\nSTEP 2/2: RUN make\n--> Using cache\n"
    #expect(String(decoding: BuildOutput.withoutNoise(Array(output.utf8)), as: UTF8.self) == kept)
  }

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
