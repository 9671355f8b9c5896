import Notes
import Source
import TestSupport
import Testing

@testable import Study

@Suite("A site's notes become cards")
struct DeckTests {
  @Test func `from definitions, with names left out`() {
    let site = StudySite([
      "docker/volume.md":
        "---\nkind: concept\naliases: [named volume]\n---\n# Volume\n\nA volume is a store; named volumes outlive containers."
    ])
    #expect(
      site.cards == [
        "docker/volume:definition: Volume | A volume is a store; named volumes outlive containers.",
        "docker/volume:name: <p class=\"ask\">What is this?</p>\n<p>A … is a store; … outlive containers.</p> | Volume",
      ])
  }

  @Test(arguments: [
    ("kind: guide", 0), ("kind: note", 0), ("kind: rule", 0), ("kind: command", 2), ("cards: false", 0),
    ("cards: written", 0),
    ("title: Volume", 2),
  ])
  func `of what is a thing`(line: String, count: Int) {
    let site = StudySite(["a/volume.md": "---\n\(line)\n---\n# Volume\n\nA volume is a store that outlives containers."]
    )
    #expect(site.deck.cards.count == count)
  }

  @Test func `from relations, with answers of which one is right`() throws {
    let site = StudySite([
      "a.md": "---\nkind: object\nowns: B\nselects: [B]\n---\n# A\n", "b.md": "---\nkind: object\n---\n# B\n",
    ])
    let cards = site.deck.cards.filter { $0.kind == .relation }
    #expect(cards.map(\.id) == ["a:owns:b", "a:selects:b"])
    for card in cards {
      let choices = card.choices.map { $0[...].string }
      #expect(choices.count == 4)
      #expect(choices.count { $0 == "A owns B" || $0 == "A selects B" } == 1)
      #expect(card.choices[card.answer] == card.back)
    }
  }

  @Test func `from sessions and tables`() {
    let site = StudySite([
      "a.md": """
      # A

      ```console
      $ docker ps -q
      1
      $ docker rm x
      x
      $ docker images -q
      2
      $ docker volume ls
      3
      ```

      | | exec | shell |
      |---|---|---|
      | **CMD** | `e` | `sh` |
      | none | | error |
      """
    ])
    let cards = site.deck.cards.map {
      "\($0.kind) \($0.front[...].string) | \($0.back[...].string) \($0.choices.count)"
    }
    #expect(
      cards == [
        "table <strong>CMD</strong> · exec | <code>e</code> 3",
        "table <strong>CMD</strong> · shell | <code>sh</code> 3",
        "table none · shell | error 3",
        "output <p class=\"ask\">What does this print?</p>\n<pre><code>docker ps -q</code></pre> | <pre><code>1</code></pre> 3",
        "output <p class=\"ask\">What does this print?</p>\n<pre><code>docker images -q</code></pre> | <pre><code>2</code></pre> 3",
        "output <p class=\"ask\">What does this print?</p>\n<pre><code>docker volume ls</code></pre> | <pre><code>3</code></pre> 3",
      ])
  }

  @Test func `a gap hides itself alone`() {
    let site = StudySite(["a.md": "# A\n\nIt is ==one== and ==two *x*==.[^1]\n\n[^1]: x"])
    #expect(
      site.deck.cards.map { $0.front[...].string } == [
        "It is <mark class=\"gap\">[…]</mark> and <mark>two <em>x</em></mark>.",
        "It is <mark>one</mark> and <mark class=\"gap\">[…]</mark>.",
      ])
    #expect(Set(site.deck.cards.map(\.back)).count == 1)
  }

  @Test func `links lead from the page to study at, and are text in a package`() {
    let notes: KeyValuePairs = [
      "a/b.md": "# B\n\nWhy? :: See [[C#D|this]], [x](https://example.org) ![alt](i.png)", "c.md": "# C\n\n## D\n",
    ]
    #expect(
      StudySite(notes, assets: ["a/i.png"]).deck.cards.map { $0.back[...].string } == [
        "See <a href=\"../c/index.html#d\">this</a>, <a href=\"https://example.org\">x</a> "
          + "<img src=\"../a/i.png\" alt=\"alt\" loading=\"lazy\">"
      ])
    let package = StudySite(notes, assets: ["a/i.png"], links: .package)
    #expect(package.deck.cards.first?.back[...].contains("See this, ") == true)
    #expect(package.deck.cards.first?.back[...].contains("src=\"a_i.png\"") == true)
    #expect(package.deck.images == [0])
  }

  @Test func `topics come in learning order, with what they need`() {
    let site = StudySite([
      "a.md": "---\nkind: concept\nrequires: B\n---\n# A\n\nAn A is the first of letters.",
      "b.md": "---\nkind: concept\n---\n# B\n\nA B is the second of letters.",
    ])
    #expect(site.deck.topics.map(\.name) == ["B", "A"])
    #expect(site.deck.topics.map(\.needs) == [[], [0]])
    #expect(site.deck.topics[1].cards.count == 3)
    #expect(site.deck.cards.map(\.topic) == [0, 0, 1, 1, 1])
    #expect(site.deck.json[...].contains("\"url\":\"b/index.html\""))
  }

  @Test func `wrong answers are near, and never right`() {
    let names = ["COPY", "ADD", "RUN", "CMD", "ENV", "USER"]
    let site = StudySite(
      names.map { name in
        (
          "docker/\(name).md",
          "---\nkind: instruction\naliases: [\(name == "ADD" ? "COPY from afar" : name + "!")]\n---\n# \(name)\n\nIt does the thing that \(name) does, number \(name.count)."
        )
      } + [("k/pod.md", "---\nkind: object\n---\n# Pod\n\nThe smallest thing that runs.")])
    let cards = site.deck.cards.filter { $0.kind == .name }
    #expect(cards.count == 7)
    for card in cards {
      guard site.deck.topics[card.topic].name != "Pod" else {
        #expect(card.choices.isEmpty)
        continue
      }
      #expect(card.choices.count == 4)
      #expect(Set(card.choices).count == 4)
      #expect(card.choices.allSatisfy { names.contains($0[...].string) })
      #expect(card.choices[card.answer] == card.back)
    }
    #expect(Set(cards.map(\.answer)).count > 1)
  }

  @Test func `it is the same every time`() {
    let notes = (0..<40).map { number in
      (
        "n\(number).md",
        "---\nkind: concept\nsee: N\((number + 1) % 40)\nowns: [N\((number * 7 + 3) % 40)]\n---\n# N\(number)\n\nN\(number) is the thing with number \(number) in it."
      )
    }
    #expect(StudySite(notes).deck.json == StudySite(notes.reversed()).deck.json)
  }
}
