import Testing

@testable import Search

@Suite("Stems")
struct StemmerTests {
  /// The examples of Porter's paper, step by step, each as the whole algorithm leaves it.
  @Test(
    "Words lose their endings",
    arguments: [
      ("caresses", "caress"), ("ponies", "poni"), ("caress", "caress"), ("cats", "cat"), ("feed", "feed"),
      ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"), ("sing", "sing"),
      ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"), ("tanned", "tan"),
      ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"), ("failing", "fail"), ("filing", "file"),
      ("happy", "happi"), ("sky", "sky"), ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"),
      ("valenci", "valenc"), ("digitizer", "digit"), ("radicalli", "radic"), ("differentli", "differ"),
      ("vileli", "vile"), ("analogousli", "analog"), ("vietnamization", "vietnam"), ("predication", "predic"),
      ("operator", "oper"), ("feudalism", "feudal"), ("decisiveness", "decis"), ("hopefulness", "hope"),
      ("callousness", "callous"), ("formaliti", "formal"), ("sensitiviti", "sensit"), ("sensibiliti", "sensibl"),
      ("triplicate", "triplic"), ("formative", "form"), ("formalize", "formal"), ("electrical", "electr"),
      ("hopeful", "hope"), ("goodness", "good"), ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"),
      ("airliner", "airlin"), ("adjustable", "adjust"), ("irritant", "irrit"), ("replacement", "replac"),
      ("adjustment", "adjust"), ("dependent", "depend"), ("adoption", "adopt"), ("communism", "commun"),
      ("activate", "activ"), ("effective", "effect"), ("bowdlerize", "bowdler"), ("probate", "probat"),
      ("rate", "rate"), ("cease", "ceas"), ("controll", "control"), ("roll", "roll"), ("scheduling", "schedul"),
      ("scheduler", "schedul"), ("replicas", "replica"), ("is", "is"), ("as", "as"), ("容器", "容器"),
      ("v1beta1", "v1beta1"),
    ])
  func stems(word: String, stem: String) {
    var stemmer = Stemmer()
    #expect(String(decoding: stemmer.stem(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test("Any letters have a stem that is no longer")
  func any() {
    var stemmer = Stemmer()
    for number in 0..<20_000 {
      var rest = number * 7919
      var word: [UInt8] = []
      while rest > 0 {
        word.append(Array("aeiousydnglt".utf8)[rest % 12])
        rest /= 12
      }
      #expect(stemmer.stem(word).count <= word.count + 1)
    }
  }
}
