import Testing

@testable import Pages

/// A few lines of each of the other languages. Each case is the code with its inks.
@Suite struct ProgrammingLanguageTests {
  @Test(
    "Each language shows its words, texts, numbers and comments",
    arguments: [
      ("json", "{a‹\"a\"›: [n‹1›, n‹-2.5e-3›, n‹true›, n‹null›], a‹\"b\"› : s‹\"x\\\"y\"›}"),
      ("jsonc", "c‹// c›\n{a‹key›: s‹'v'› c‹/* d\n */›, …}"),
      ("json", "{\"open\na‹\"b\"›: n‹1›"),
      (
        "go",
        "k‹func› f‹main›() {\n\tk‹var› x t‹int› = n‹0x1F› c‹// c›\n\tfmt.f‹Println›(s‹\"a\\n\"›, s‹`r\nw`›, s‹'x'›)\n}"
      ),
      ("golang", "k‹if› err != n‹nil› { k‹return› c‹/* c\n */› }"),
      ("python", "t‹@dec›\nk‹def› f‹f›(v‹self›, x: t‹int› = n‹1›):\n    s‹\"\"\"doc\n    \"more\"\"\"›"),
      ("py", "k‹class› f‹Foo›(t‹Bar›): k‹pass›  c‹# c›\nx = s‹'a\\'b'› + n‹1_000.5›"),
      ("js", "k‹const› r = s‹/a\\/b+/g›.f‹test›(s‹`x ›o‹${›a + s‹`n›o‹${›n‹1›o‹}›s‹`›o‹}›s‹ y`›) / n‹2› / b;"),
      ("ts", "k‹interface› t‹A› { a‹name›: t‹string›; } k‹return› s‹/x/›"),
      ("html", "k‹<!DOCTYPE html>›\nt‹<div› a‹class›=s‹\"a b\"› a‹id›=s‹x› a‹open›t‹><a>›x n‹&amp;› y"),
      ("html", "t‹<script>›k‹const› a = n‹1›;t‹</script>›c‹<!-- c -->›"),
      ("xml", "k‹<?xml version=\"1.0\"?>›\nt‹<a:b› a‹c-d›=s‹'e'›t‹/>›s‹<![CDATA[ < ]]>›"),
      (
        "css",
        "k‹@media› (a‹min-width›: n‹40em›) {\n  t‹a›f‹:hover›, t‹.b› > t‹#c› { a‹color›: n‹#fff›; a‹margin›: n‹0› n‹-1.5rem›; v‹--x›: f‹var›(v‹--y›) }\n}"
      ),
      ("css", "c‹/* a\nb */› t‹a› { a‹content›: s‹\"x\"› !important }"),
      ("sql", "k‹SELECT› id, f‹count›(*) k‹from› users k‹WHERE› name = s‹'O''Brien'› c‹-- c›\n"),
      ("sql", "k‹create› k‹table› t (id t‹BIGINT› k‹primary› k‹key›, x k‹is› n‹null›);"),
      (
        "toml",
        "h‹[a.b]›\na‹x› = s‹\"s\"› c‹# c›\na‹n› = [n‹1›, n‹2.5›, n‹true›]\na‹d› = n‹1979-05-27T07:32:00Z›\na‹m› = s‹\"\"\"\na\n\"\"\"›\n"
      ),
      ("toml", "a‹p› = { a‹q› = s‹'r'› }"),
      ("ini", "c‹; c›\nh‹[section]›\na‹key› = some value\na‹flag›=n‹true›\na‹port›: n‹80›\n"),
      ("properties", "c‹# c›\na‹a.b.c›=v‹${HOME}›/x"),
      ("env", "k‹export› v‹A›=b\nv‹C›=s‹\"x ›v‹${D}›s‹\"›"),
      (
        "nginx",
        "k‹server› {\n  k‹listen› n‹80› default_server; c‹# c›\n  k‹location› / { k‹proxy_pass› http://v‹$up›; k‹gzip› n‹on›; }\n}"
      ),
      ("diff", "h‹diff --git a/x b/x›\nh‹--- a/x›\nh‹+++ b/x›\nh‹@@ -1 +1 @@›\nd‹-a›\ni‹+b›\n c\n"),
      ("powershell", "v‹$x› = f‹Get-Process› o‹-Name› s‹\"a\"› | f‹Where-Object› { v‹$_›.CPU o‹-gt› n‹10› } c‹# c›"),
      ("hcl", "k‹resource› s‹\"aws_x\"› s‹\"y\"› {\n  a‹name› = s‹\"a-›o‹${›var.xo‹}›s‹\"›\n  a‹n› = n‹3›\n}"),
      ("make", "v‹CC› := gcc\nf‹all›: build v‹$(X)›\n\to‹@›f‹echo› s‹\"hi\"›\n"),
      ("http", "k‹GET› /api HTTP/1.1\na‹Host›: x\n\n{a‹\"a\"›: n‹1›}"),
      ("swift", "t‹@main› k‹struct› t‹A› { k‹let› x = s‹\"a ›o‹\\(›f‹b›(n‹1›)o‹)›s‹ c\"› }"),
      ("rust", "k‹fn› x<'a>() { f‹println›!(s‹\"x {}\"›, s‹'c'›, s‹'\\n'›); }"),
      ("java", "t‹@Override› k‹public› t‹void› f‹run›() { k‹throw› k‹new› f‹Oops›(s‹'x'›); }"),
      ("kotlin", "k‹val› x = s‹\"a ›o‹${›bo‹}›s‹\"›"),
      ("csharp", "k‹var› x = s‹@\"c:\\\"›; k‹return› n‹null›;"),
      ("c", "k‹#include› s‹\"x.h\"›\nt‹int› f‹main›(t‹void›) { k‹return› s‹'\\''›; }"),
      ("c++", "k‹template› <k‹typename› T> k‹class› A;"),
      ("ruby", "k‹def› f; v‹@y› = s‹\"a ›o‹#{›bo‹}›s‹\"›; x n‹:sym›; k‹end›"),
      ("php", "k‹echo› v‹$x› . s‹'y'›; c‹// c›"),
      ("lua", "k‹local› x = n‹nil› c‹-- c\n›"),
      ("proto", "k‹message› t‹A› { k‹repeated› t‹string› b = n‹1›; }"),
      ("rego", "k‹package› x\nallow k‹if› v‹input›.a == s‹`b`›"),
      ("markdown", "h‹# T›\na s‹`b`› [c](v‹d›)\nk‹```sh›\ns‹x›\nk‹```›\no‹-› e"),
      ("go-template", "a o‹{{› k‹range› v‹.Items› o‹}}›b"),
      ("text", "if x { \"y\" }"),
    ])
  func language(name: String, marked: String) {
    #expect(painted(plain(marked), as: name) == marked)
  }
}
