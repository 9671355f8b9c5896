import Study

/// The log beside the notes as pages have it that are served: what `/-/study` gives and takes.
struct ServedReviews {
  let file: ReviewFile

  /// Adds the reviews that some lines tell of, and gives the whole log as it is then.
  ///
  /// - Parameter isUndo: Whether they are to be taken out instead.
  func change(_ lines: [UInt8], isUndo: Bool = false) throws(Failure) -> [UInt8] {
    let sent = ReviewLog(lines).reviews
    if isUndo {
      try file.remove(sent)
    } else {
      // What was sent twice, for want of an answer, is kept once.
      let known = Set(try file.read().reviews)
      let new = sent.filter { !known.contains($0) }
      if !new.isEmpty { try file.append(new) }
    }
    return try file.read().bytes
  }
}
