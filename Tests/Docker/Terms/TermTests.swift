import Glibc
import Source
import TestSupport
import Testing

@testable import Docker

@Suite("What a Dockerfile is written in has names and an explanation") struct TermTableTests {
  @Test func `the instructions come first, in the order of keywords`() {
    for keyword in Keyword.allCases {
      #expect(Term.all[Term.number(of: keyword)].names == [keyword.name, keyword.name + " instruction"])
    }
  }

  @Test(arguments: Keyword.allCases) func `every flag that an instruction takes is a term, and no other`(
    keyword: Keyword
  ) {
    let known = Term.all.filter { $0.kind == .flag(keyword) }.map(\.spelling.description)
    #expect(known.sorted() == keyword.flags.map(\.name.description).sorted())
  }

  @Test(arguments: ["bind", "cache", "tmpfs", "secret", "ssh"]) func `every type of mount is a term`(type: String)
    throws
  {
    let number = try #require(Term.number(of: Array(type.utf8)[...], as: .mountType))
    #expect(Term.all[number].names[0] == "RUN --mount=type=\(type)")
  }

  @Test(
    arguments: [
      "from", "source", "src", "target", "dst", "destination", "ro", "readonly", "rw", "readwrite", "id", "sharing",
      "required", "size", "mode", "uid", "gid", "env",
    ]) func `every option of a mount is a term`(option: String)
  {
    #expect(Term.number(of: Array(option.utf8)[...], as: .mountOption) != nil)
  }

  @Test(arguments: Term.all.indices) func `each is found by its spellings`(number: Int) {
    let term = Term.all[number]
    for spelling in [term.spelling] + term.synonyms {
      #expect(Term.number(of: Array(spelling.description.utf8)[...], as: term.kind) == number)
    }
  }

  @Test func `the most precise name is given once`() {
    let names = Term.all.map { $0.names[0] }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Term.all.indices) func `an explanation is one short sentence`(number: Int) {
    let sentence = Term.all[number].explanation
    #expect((12...130).contains(sentence.utf8.count), "\(sentence)")
    #expect(!sentence.hasSuffix(".") && !sentence.contains("\""), "\(sentence)")
  }

  @Test func `what belongs to an instruction says to which`() throws {
    let flag = try #require(Term.number(of: Array("from".utf8)[...], as: .flag(.copy)))
    #expect(Term.all[flag].owner == Term.number(of: .copy))
    #expect(Term.all[Term.number(of: .copy)].owner == nil)
  }
}

@Suite("Terms of a Dockerfile are found where they stand") struct TermUseTests {
  /// A file with its terms marked.
  static let files: [String] = [
    "‹FROM› alpine:3.22",
    "‹from|FROM› alpine ‹as|FROM AS› build",
    "‹FROM› ‹scratch|FROM scratch›",
    "‹FROM› ‹--platform|FROM --platform›=$‹BUILDPLATFORM› golang ‹AS|FROM AS› build",
    "‹FROM› ‹--platform|FROM --platform›=linux/${‹TARGETARCH›:-arm64} base-${‹TARGETVARIANT›}",
    "‹FROM› $VERSION",
    "‹ARG› ‹TARGETARCH› targetos VERSION=1 ‹TARGETOS›=linux ‹http_proxy|HTTP_PROXY›",
    "‹RUN› make",
    "‹RUN› [\"make\"]",
    "‹RUN› ‹--mount|RUN --mount›=‹type=cache|RUN --mount=type=cache›,‹target|RUN --mount target›=/x make",
    "‹RUN› ‹--mount|RUN --mount›=‹dst|RUN --mount target›=/x,‹from|RUN --mount from›=a,‹Type=BIND|RUN --mount=type=bind› b",
    "‹RUN› ‹--mount|RUN --mount›=‹type=secret|RUN --mount=type=secret›,‹id|RUN --mount id›=a,‹required|RUN --mount required› b",
    "‹RUN› ‹--mount|RUN --mount›=\"type=cache,target=/a b\" c",
    "‹RUN› ‹--mount|RUN --mount›=type=disk,kind=cache,‹ro|RUN --mount readonly› a",
    "‹RUN› ‹--mount|RUN --mount›=‹type=tmpfs|RUN --mount=type=tmpfs›,‹target|RUN --mount target›=/a \\\n"
      + "    ‹--network|RUN --network›=none \\\n    # a comment about --mount\n    make",
    "‹RUN› make --mount=type=cache",
    "‹RUN› ‹<<EOF|heredoc›\nFROM x\nEOF\n‹USER› a",
    "‹COPY› ‹<<a|heredoc› ‹<<-'b'|heredoc› /c/\nRUN\na\nb\n",
    "‹COPY› ‹--from|COPY --from›=build ‹--chown|COPY --chown›=1:1 ‹--link|COPY --link› /a /b",
    "‹COPY› --checksum=x a b",
    "‹ADD› ‹--checksum|ADD --checksum›=sha256:0 ‹--keep-git-dir|ADD --keep-git-dir› https://example.org/a /b",
    "‹HEALTHCHECK› ‹--interval|HEALTHCHECK --interval›=5s ‹cmd|HEALTHCHECK CMD› curl localhost",
    "‹HEALTHCHECK› ‹NONE|HEALTHCHECK NONE›",
    "‹ONBUILD› ‹COPY› ‹--link|COPY --link› . /a",
    "‹onbuild|ONBUILD› ‹RUN› ‹<<A|heredoc›\nb\nA\n",
    "# ‹syntax|syntax directive›=docker/dockerfile:1\n#‹escape|escape directive› = `\n‹FROM› a\n‹RUN› b `\n c\n",
    "# a comment\n# syntax=docker/dockerfile:1\n‹FROM› a",
    "# ‹check|check directive›=skip=all\n‹FROM› a",
    "‹ENV› FROM=COPY\n‹LABEL› a=b\n‹WORKDIR› /RUN\n‹EXPOSE› 80\n‹VOLUME› /a\n‹STOPSIGNAL› TERM\n‹SHELL› [\"a\"]",
    "‹CMD› [\"a\"]\n‹ENTRYPOINT› a\n‹MAINTAINER› b\n‹USER› c",
    "INCLUDE --from=a b",
    "‹RU\\\nN|RUN› ‹--mo\\\nunt|RUN --mount›=‹type=\\\nssh|RUN --mount=type=ssh› a",
    "",
  ]

  @Test(arguments: files) func `each is marked`(marked: String) {
    let plain = marked.replacing(#/‹([^|›]*)(\|[^›]*)?›/#) { $0.output.1 }
    #expect(markedTerms(plain) == marked)
  }

  @Test func `places lead back to the file that a fragment was lifted from`() throws {
    let text = MarkedText("- ```\n  1️⃣FROM2️⃣ a\n  3️⃣USER4️⃣ b\n  ```\n")
    let lines = [text.range(1, 2), text.range(3, 4)].map { SourceRange($0.start, $0.end + 2) }
    let fence = text.source().fragment(Array("FROM a\nUSER b\n".utf8), writtenAt: lines)
    let file = Dockerfile(parsing: fence, isFragment: true)
    #expect(file.terms.map(\.range) == [text.range(1, 2), text.range(3, 4)])
  }

  private static let pieces = [
    "FROM ", "scratch", " AS ", "RUN ", "--mount=", "type=cache", "type=", ",", "target=/a", "\"", "'", "<<A", "\nA\n",
    "\n", "\\\n", "# syntax=a\n", "# ", "ONBUILD ", "COPY ", "--from=a ", "--", "ARG ", "TARGETARCH", "$", "${", "}",
    "=",
    "HEALTHCHECK ", "CMD ", "NONE", "é", "\u{0}", "\r\n", "`", "# escape=`\n", "\u{85}", " ", "\t", "[", "]",
  ]

  @Test func `whatever is read, terms are in order, do not overlap, and are written as they are named`() {
    for var random in Random.series(2_000) {
      let bytes = Array(random.text(of: Self.pieces, upTo: 30).utf8)
      let file = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: bytes), isFragment: true)
      var end = 0
      for use in file.terms {
        #expect(end <= use.range.start && use.range.end <= bytes.count, "seed \(random.seed)")
        end = use.range.end
        let written = bytes[use.range.start..<use.range.end]
        let term = Term.all[use.term]
        guard !written.contains(UInt8(ascii: "\n")) else { continue }
        #expect(Self.isWritten(written, as: term), "seed \(random.seed): \(written.string) for \(term.names[0])")
      }
    }
  }

  private static func isWritten(_ written: Bytes, as term: Term) -> Bool {
    switch term.kind {
    case .heredoc: written.contains("<<")
    case .flag:
      written.hasPrefix("--")
        && (written.contains { "\\'\"".utf8.contains($0) } || term.isWritten(written.dropFirst(2)))
    case .mountType: written.lowercased[...].hasPrefix("type=") && term.isWritten(written.dropFirst(5))
    default: term.isWritten(written)
    }
  }

  @Test(
    arguments: [
      "FROM $a", "ARG a ", "$a", "RUN --mount=a,", "--mount=", "ONBUILD ", "a,", "RUN <<A\nA\n", "FROM a AS b\n",
    ]) func `a file eight times as long takes about eight times as long`(piece: String)
  {
    let short = Self.seconds(piece, times: 4_000 / piece.utf8.count)
    let long = Self.seconds(piece, times: 32_000 / piece.utf8.count)
    #expect(long < short * 24 + 0.05, "\(short), then \(long)")
  }

  /// What the processor worked to find the terms, so that a busy machine does not matter.
  private static func seconds(_ piece: String, times: Int) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let text = "RUN --mount=" + String(repeating: piece, count: times)
    let file = Dockerfile(parsing: SourceText(path: "Dockerfile", bytes: Array(text.utf8)), isFragment: true)
    let start = now()
    _ = file.terms
    return now() - start
  }
}
