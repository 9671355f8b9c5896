/// Tells how alike the texts of notes are: by rare terms that they share, as TF-IDF with a cosine does.
///
/// Terms that only one note has, and those that many have, are left out: the first tell nothing, the others little, and
/// they are what makes such an index slow. What is left costs the same for each note, however many notes there are.
struct TermIndex {
  /// A term in more notes than that tells no note from the others.
  private static let mostNotes = 36
  private static let mostBits: UInt32 = 22

  /// For each note the terms that tell something, by the numbers of their lists, one note behind the other.
  private var terms: [TermCount] = []
  private var noteStarts = [0]
  /// Where the notes that have a term begin in `postings`.
  private var starts: [UInt32] = []
  private var postings: [TermCount] = []
  /// The weight of a term by the number of notes that have it.
  private let rarity: [Float]
  /// What counting a term so often is worth.
  private let frequency: [Float]
  /// By what a note's scores are divided: long notes share terms with many.
  private var lengths: [Float] = []

  /// The index of a site's notes.
  init(_ profiles: [PageProfile]) {
    let total = profiles.reduce(0) { $0 + $1.terms.count }
    var bits: UInt32 = 8
    while bits < Self.mostBits, 1 << Int(bits) < total * 2 { bits += 1 }
    frequency = (0...7).map { Float($0).squareRoot() }
    rarity = (0...Self.mostNotes).map { count in
      let rarity = logarithm((Double(profiles.count) + 1) / (Double(count) + 0.5))
      return count < 2 || rarity <= 0 ? 0 : Float(rarity * rarity.squareRoot())
    }
    let shift = Int(TermCount.termBits - bits)
    let counts = Self.counts(profiles, shift, lists: 1 << Int(bits))
    for profile in profiles { append(profile, shift, counts) }
    collect(counts)
  }

  /// How many notes have each term, up to a few more than count.
  private static func counts(_ profiles: [PageProfile], _ shift: Int, lists: Int) -> [UInt8] {
    var counts = [UInt8](repeating: 0, count: lists)
    for profile in profiles {
      for term in profile.terms where counts[term.term >> shift] < 255 { counts[term.term >> shift] += 1 }
    }
    return counts
  }

  /// Takes over what tells something of a note's terms.
  private mutating func append(_ profile: PageProfile, _ shift: Int, _ counts: [UInt8]) {
    var sum: Float = 0
    for term in profile.terms {
      let list = term.term >> shift
      let count = Int(counts[list])
      guard count >= 2, count <= Self.mostNotes else { continue }
      terms.append(TermCount(list, count: term.count))
      let weight = rarity[count] * frequency[term.count]
      sum += weight * weight
    }
    noteStarts.append(terms.count)
    // The power ⅜ of the sum: a little less than the cosine's ½, so that a short note is not everybody's friend.
    let root = max(sum, 1e-6).squareRoot().squareRoot()
    lengths.append(root * root.squareRoot())
  }

  /// Lists the notes by the terms that they have.
  private mutating func collect(_ counts: [UInt8]) {
    starts.reserveCapacity(counts.count + 1)
    var sum: UInt32 = 0
    for count in counts {
      if count >= 2, count <= Self.mostNotes { sum += UInt32(count) }
      // Where the list ends: it is filled from there, so that its start is left when all is done.
      starts.append(sum)
    }
    starts.append(sum)
    postings = [TermCount](repeating: .none, count: Int(sum))
    for note in lengths.indices.reversed() {
      for term in terms[noteStarts[note]..<noteStarts[note + 1]] {
        starts[term.term] -= 1
        postings[Int(starts[term.term])] = TermCount(note, count: term.count)
      }
    }
  }

  /// How alike notes are to one; to be used again and again.
  struct Scores {
    /// By note; zero for those not in `notes`.
    fileprivate(set) var values: [Float]
    /// The notes that share a term with it.
    fileprivate(set) var notes: [Int32] = []

    /// Scores for so many notes.
    init(notes: Int) {
      values = [Float](repeating: 0, count: notes)
    }
  }

  /// Finds how alike all notes are to `note`, itself left out.
  func score(_ note: Int, into scores: inout Scores) {
    var notes: [Int32] = []
    swap(&notes, &scores.notes)
    for other in notes { scores.values[Int(other)] = 0 }
    notes.removeAll(keepingCapacity: true)
    accumulate(note, &scores.values, &notes)
    let own = lengths[note]
    for other in notes { scores.values[Int(other)] /= own * lengths[Int(other)] }
    scores.values[note] = 0
    swap(&notes, &scores.notes)
  }

  /// Adds up what each note shares with one, and lists those that share anything.
  private func accumulate(_ note: Int, _ sums: inout [Float], _ notes: inout [Int32]) {
    let (starts, postings, frequency) = (starts.span, postings.span, frequency.span)
    var sums = sums.mutableSpan
    for term in terms[noteStarts[note]..<noteStarts[note + 1]] {
      let (start, end) = (Int(starts[term.term]), Int(starts[term.term + 1]))
      let rarity = rarity[end - start]
      let weight = rarity * rarity * frequency[term.count]
      for place in start..<end {
        let posting = postings[place]
        let other = posting.term
        let sum = sums[other]
        if sum == 0 { notes.append(Int32(truncatingIfNeeded: other)) }
        sums[other] = sum + weight * frequency[posting.count]
      }
    }
  }
}
