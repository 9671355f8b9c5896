import Testing

@testable import Search

@Suite("Excerpts")
struct ExcerptTests {
  /// An excerpt with its marks in brackets and the heading before it.
  private static func excerpt(_ markdown: String, _ words: [WantedWord]) -> String? {
    guard let excerpt = Excerpt(of: Array(markdown.utf8), for: words) else { return nil }
    var text = excerpt.heading.isEmpty ? "" : String(decoding: excerpt.heading, as: UTF8.self) + ": "
    var written = 0
    for mark in excerpt.marks {
      text += String(decoding: excerpt.text[written..<mark.lowerBound], as: UTF8.self)
      text += "[" + String(decoding: excerpt.text[mark], as: UTF8.self) + "]"
      written = mark.upperBound
    }
    return text + String(decoding: excerpt.text[written...], as: UTF8.self)
  }

  private static func words(_ text: String, goesOn: Bool = false) -> [WantedWord] {
    var stemmer = Stemmer()
    return text.split(separator: " ").map { word in
      let form = Array(word.utf8)
      return WantedWord(form: form, stem: stemmer.stem(form), goesOn: goesOn, weight: 10)
    }
  }

  private static let page = """
    # Volume

    A volume keeps data. It outlives containers.

    ## Create one

    Run `docker volume create`. The *driver* decides where data goes.

    - The `local` driver is the default
    - Others mount network storage

    ## Remove

    ```console
    $ docker volume prune
    ```

    Volumes that no container uses are deleted.
    """

  @Test(
    "The place that says most is shown, with its heading and its marks",
    arguments: [
      ("outlives", "Volume: A volume keeps data. It [outlives] containers."),
      ("network drivers", "Create one: The local [driver] is the default · Others mount [network] storage"),
      (
        "unused volumes containers deleted",
        "Remove: [Volumes] that no [container] uses are [deleted]."
      ),
    ])
  func shown(query: String, expected: String) {
    #expect(Self.excerpt(Self.page, Self.words(query)) == expected)
  }

  @Test func `what is not there is not shown`() {
    #expect(Self.excerpt(Self.page, Self.words("kubernetes")) == nil)
    #expect(Self.excerpt("", Self.words("a")) == nil)
    #expect(Self.excerpt(Self.page, []) == nil)
    #expect(Self.excerpt("# Only a volume", Self.words("volume")) == nil)
  }

  @Test func `a heading that has the words shows what is below it`() {
    #expect(
      Self.excerpt("# A\n\nx\n\n## Rolling update\n\nOne by one.", Self.words("rolling"))
        == "Rolling update: One by one.")
  }

  @Test func `words are found by stem, part, beginning and as tokens of code`() {
    let page = "The PersistentVolumeClaim asks; scheduling happens. Set spec.template.spec and -p 80."
    func marked(_ word: WantedWord) -> [String] {
      guard let excerpt = Excerpt(of: Array(page.utf8), for: [word]) else { return [] }
      return excerpt.marks.map { String(decoding: excerpt.text[$0], as: UTF8.self) }
    }
    #expect(marked(Self.words("volume")[0]) == ["Volume"])
    #expect(marked(Self.words("scheduled")[0]) == ["scheduling"])
    #expect(marked(Self.words("sche", goesOn: true)[0]) == ["scheduling"])
    #expect(marked(Self.words("sche")[0]) == [])
    #expect(marked(Self.words("spec.template.spec")[0]) == ["spec.template.spec"])
    #expect(marked(Self.words("-p")[0]) == ["-p"])
    #expect(marked(Self.words("persistentvolumeclaim")[0]) == ["PersistentVolumeClaim"])
  }

  @Test func `ideographs that follow each other are one mark`() {
    let words = ["容器", "器存", "存储"].map { WantedWord(form: Array($0.utf8)) }
    #expect(Self.excerpt("这是容器存储的说明。", words) == "这是[容器存储]的说明。")
  }

  @Test func `a long text is cut between words`() throws {
    let text =
      String(repeating: "Some words that say little, ", count: 30) + "then the needle, "
      + String(repeating: "and more of the same ", count: 30)
    let excerpt = try #require(Excerpt(of: Array(text.utf8), for: Self.words("needle")))
    let shown = String(decoding: excerpt.text, as: UTF8.self)
    #expect(shown.hasPrefix("… ") && shown.hasSuffix("…") && shown.contains(" the needle, "))
    #expect((140...190).contains(excerpt.text.count))
    #expect(text.contains(shown.dropFirst(2).dropLast()))
  }

  @Test func `the rarer of two words decides`() {
    let page = "The pod runs.\n\n## Later\n\nAn eviction happens."
    let words = [WantedWord(form: Array("pod".utf8), weight: 2), WantedWord(form: Array("eviction".utf8), weight: 9)]
    #expect(Self.excerpt(page, words) == "Later: An [eviction] happens.")
  }

  @Test func `prose goes before code that says as much`() {
    #expect(
      Self.excerpt("```\nkubectl drain\n```\n\n## Why\n\nTo drain is to empty.", Self.words("drain"))
        == "Why: To [drain] is to empty.")
  }

  @Test func `a short text is shown as a whole`() {
    let excerpt = Excerpt(whole: Array("The PersistentVolume".utf8), for: Self.words("volume"))
    #expect(excerpt.text == Array("The PersistentVolume".utf8))
    #expect(excerpt.marks == [14..<20])
    #expect(Excerpt(whole: [], for: Self.words("volume")).text.isEmpty)
  }

  @Test("Any bytes are a page")
  func any() {
    var seed: UInt64 = 42
    let letters = Array("ab [](){}<>`*_~=|#-!&;\\\n\n\"':1.\u{e9}容".utf8) + [0xFF, 0x00, 0x01, 0xC3]
    for _ in 0..<3_000 {
      var page: [UInt8] = []
      for _ in 0..<120 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        page.append(letters[Int(seed >> 33) % letters.count])
      }
      guard let excerpt = Excerpt(of: page, for: Self.words("a b é ab", goesOn: seed & 1 == 0)) else { continue }
      #expect(excerpt.text.count <= ExcerptWindow.width * 3)
      var end = 0
      for mark in excerpt.marks {
        #expect(mark.lowerBound >= end && mark.upperBound <= excerpt.text.count && !mark.isEmpty)
        end = mark.upperBound
      }
    }
  }
}
