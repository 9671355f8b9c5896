import Testing

@testable import Notes

@Suite("A definition says what a thing is")
struct DefinitionSentenceTests {
  @Test(
    "the other thing's names, the most special first",
    arguments: [
      ("A Deployment is a workload controller that keeps Pods.", "Deployment", ["workload controller", "controller"]),
      ("A piece of code that intercepts requests.", "Hook", ["code"]),
      ("Pods are small units.", "Pod", ["small units", "small unit", "units", "unit"]),
      ("Keeps data.", "Volume", []),
      ("A trunk is a kind of branch.", "Trunk", ["branch"]),
      ("A trunk is one of the branches that carry others.", "Trunk", ["branches", "branch"]),
      ("Trunks are the branches that carry others.", "Trunk", ["branches", "branch"]),
      ("The trunk (or stem) is usually a thick branch.", "trunk", ["thick branch", "branch"]),
      ("A special type of branch: the first.", "Trunk", ["branch"]),
      ("An oak, the tree is a plant.", "Oak", ["oak"]),
      ("`oak` is also a tree, and old.", "Oak", ["tree"]),
      ("A volume keeps data outside containers.", "Volume", []),
      ("This page is a guide to trees.", "Oak", []),
      ("Oaks are tall.", "Oak", ["tall"]),
      ("Oak is tall.", "Oak", []),
      ("The base image.", "FROM", []),
      ("", "Oak", []),
      ("A", "Oak", []),
      ("A of", "Oak", []),
      ("is a", "Oak", []),
      ("()) a ((", "Oak", []),
    ])
  func candidates(_ definition: String, _ name: String, _ expected: [String]) {
    #expect((DefinitionSentence(definition, of: [name])?.candidates ?? []) == expected)
  }

  @Test(
    "a kind of something, or a piece of it",
    arguments: [
      ("A leaf is a part of a tree.", Edge.Kind.partOf), ("Leaves are parts of the tree.", .partOf),
      ("A flat component of the tree that breathes.", .partOf), ("A leaf is a form of food.", .isA),
      ("A leaf is a number of cells.", .isA),
    ])
  func kind(_ definition: String, _ expected: Edge.Kind) {
    #expect(DefinitionSentence(definition, of: ["Leaf", "Leaves"])?.kind == expected)
  }

  @Test(
    "headings that announce what is needed first",
    arguments: [
      ("Before you begin", true), ("Before You Start:", true), ("Prerequisites", true), ("Step 0: Prerequisites", true),
      ("1. Requirements", true), ("What you’ll need", true), ("Installation prerequisites", true),
      ("Prerequisites and installation", false), ("Why you need trees", false), ("Known limits", false), ("", false),
    ])
  func prerequisites(_ heading: String, _ expected: Bool) {
    #expect(Prerequisites.asksFirst(heading) == expected)
  }
}
