import Glibc

/// What must hold for every input; each has its seeds in `Seeds/<name>`.
let invariants: [String: @Sendable ([UInt8]) -> Void] = [
  "build_plan_is_total": buildPlanIsTotal,
  "cards_are_whole": cardsAreWhole,
  "code_keeps_its_text_around_terms": codeKeepsItsTextAroundTerms,
  "dockerfile_findings_lie_in_the_file": dockerfileFindingsLieInTheFile,
  "dockerfile_keeps_its_text": dockerfileKeepsItsText,
  "excerpts_lie_in_their_bounds": excerptsLieInTheirBounds,
  "html_is_balanced_and_inert": htmlIsBalancedAndInert,
  "logs_are_read_and_kept": logsAreReadAndKept,
  "markdown_tree_is_whole": markdownTreeIsWhole,
  "names_file_is_read_or_refused": namesFileIsReadOrRefused,
  "note_keeps_its_text": noteKeepsItsText,
  "sessions_expect_what_they_show": sessionsExpectWhatTheyShow,
  "shell_ranges_lie_in_the_text": shellRangesLieInTheText,
  "snippets_are_planned": snippetsArePlanned,
  "targets_stay_below_the_root": targetsStayBelowTheRoot,
  "templates_are_refused_or_render": templatesAreRefusedOrRender,
  "values_stay_in_their_bytes": valuesStayInTheirBytes,
  "word_shard_is_read_or_refused": wordShardIsReadOrRefused,
  "written_index_is_read": writtenIndexIsRead,
  "yaml_ranges_lie_in_the_text": yamlRangesLieInTheText,
]

/// The invariant that `FUZZ` names.
let invariant: @Sendable ([UInt8]) -> Void = {
  let name = unsafe getenv("FUZZ").map { unsafe String(cString: $0) } ?? ""
  guard let invariant = invariants[name] else {
    print("FUZZ names no invariant; there are \(invariants.keys.sorted().joined(separator: ", "))")
    exit(2)
  }
  return invariant
}()

/// What libFuzzer calls with each input. Its own `main` looks for this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe invariant(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager names the entry point of a program so; libFuzzer's own `main` stays out of the link.
@_cdecl("Fuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = unsafe arguments
  return unsafe runDriver(&count, &arguments) { unsafe testOneInput($0, $1) }
}

/// Ends the run, with the input kept, where a condition does not hold.
func hold(_ condition: Bool, _ what: @autoclosure () -> String) {
  guard !condition else { return }
  print("Does not hold: \(what())")
  fflush(nil)
  abort()
}
