import Testing

@testable import Markdown

@Suite("Inline extensions")
struct InlineTests {
  @Test(arguments: [
    ("~a~ ~~b~~", "strikethrough('a') ' ' strikethrough('b')"),
    ("~~a *b* c~~ d", "strikethrough('a ' emphasis('b') ' c') ' d'"),
    ("*~~a* b~~", "emphasis('~~' 'a') ' b~~'"),
    ("~~a ~b~~ c~", "strikethrough('a ' '~' 'b') ' c~'"),
    ("~a~~ ~~~b~~~", "'~' 'a~~ ~~~b~~~'"),
    ("\\~a~ \\~\\~b~~ ~~c\\~\\~", "'~a~ ~~b~~ ' '~~' 'c~~'"),
    ("~~`~~`~~", "strikethrough(code=~~)"),
    ("==a== b ==c *d*==", "mark('a') ' b ' mark('c ' emphasis('d'))"),
    ("a == b == c", "'a == b == c'"),
    ("x==1 and y==2 ===a===", "'x==1 and y==2 ===a==='"),
    ("\\==a== ==b\\==", "'==a== ' '==' 'b=='"),
    ("==~~a~~== ~~==a~~==", "mark(strikethrough('a')) ' ' strikethrough('==' 'a') '=='"),
    ("[~~a~~](b)", "link=b(strikethrough('a'))"),
  ])
  func marksPairAmongSiblings(text: String, outline: String) {
    #expect(Document(text).outline == "paragraph(\(outline))")
  }

  @Test(arguments: [
    ("[[Topic]]", "wikilink=Topic('Topic')"),
    ("a [[Topic#Heading|text]] b", "'a ' wikilink=Topic#Heading('text') ' b'"),
    ("[[ Topic | text ]]", "wikilink=Topic('text')"),
    ("[[Topic\\|text]]", "wikilink=Topic('text')"),
    ("[[a_b_c]] [[R&amp;D]]", "wikilink=a_b_c('a_b_c') ' ' wikilink=R&D('R&D')"),
    ("[[Pod|a *pod* `x`]].", "wikilink=Pod('a ' emphasis('pod') ' ' code=x) '.'"),
    ("\\[\\[a]] \\[[b]] [[c\\]\\]", "'[[a]] [[b]] [[c]]'"),
    ("`[[a]]` [[]] [[ ]] [[|a]] [a]]", "code=[[a]] ' [[]] [[ ]] [[|a]] [a]]'"),
    ("[[a\nb]]", "'[[a' softBreak 'b]]'"),
    ("[x [[a]]](b)", "link=b('x [[a]]')"),
    ("x ![[a.png|300]]", "'x ' embed=a.png|300"),
    ("x ![[Note#Part]] y", "'x ' embed=Note#Part ' y'"),
    ("\\![[a]]", "'!' wikilink=a('a')"),
  ])
  func wikilinksAndEmbeds(text: String, outline: String) {
    #expect(Document(text).outline == "paragraph(\(outline))")
  }

  @Test(arguments: [
    ("see www.a.de.", "'see ' link=http://www.a.de('www.a.de') '.'"),
    ("(https://a.de/b_(c))", "'(' link=https://a.de/b_(c)('https://a.de/b_(c)') ')'"),
    ("HTTP://A.de/?b=1&amp;c=2; x", "link=HTTP://A.de/?b=1&c=2('HTTP://A.de/?b=1&c=2') '; x'"),
    ("ftp://a.de, a+b@c.de!", "link=ftp://a.de('ftp://a.de') ', ' link=mailto:a+b@c.de('a+b@c.de') '!'"),
    ("a@b a@b.c- xhttps://a.de awww.a.de www.a", "'a@b a@b.c- xhttps://a.de awww.a.de ' link=http://www.a('www.a')"),
    ("http://a_b.de https:// http://.", "'http://a_b.de https:// http://.'"),
    ("`http://a.de` [http://a.de](b)", "code=http://a.de ' ' link=b('http://a.de')"),
    (
      "~~http://a.de~~ ==www.a.de==",
      "strikethrough(link=http://a.de('http://a.de')) ' ' mark(link=http://www.a.de('www.a.de'))"
    ),
    ("https\\://a.de a\\@b.de", "'https://a.de a@b.de'"),
  ])
  func bareAddresses(text: String, outline: String) {
    #expect(Document(text).outline == "paragraph(\(outline))")
  }

  @Test func anEmbedAloneInItsParagraphIsABlock() {
    #expect(Document("![[a]]\n\nb").outline == "embed=a paragraph('b')")
  }

  @Test func linksKnowTheirPlaces() {
    let document = Document("a [[T#H|t]] ![[e|1]] www.a.de \\& <https://b.de> [c](<d e>) [f]\n\n[f]: g")
    #expect(
      document.links.map { document.written($0.range) } == [
        "[[T#H|t]]", "![[e|1]]", "www.a.de", "<https://b.de>", "[c](<d e>)", "[f]",
      ])
    #expect(
      document.links.map { document.written($0.target) } == [
        "T#H", "e", "www.a.de", "https://b.de", "d e", "[f]",
      ])
  }
}
