import Glibc

/// Says when a card is to be asked again: FSRS-6, with the weights that the people of open-spaced-repetition found best
/// for everybody.
///
/// A pure function of what went before and of the time: the same reviews give the same days on every machine. Powers of e
/// are taken with `pow`, as the package `fsrs` for Python does, so that the two agree to the last bit.
public struct Scheduler: Sendable {
  /// With which probability a card is to be known when it is asked again.
  public var retention = 0.9
  /// After how many milliseconds a new card is asked again, step by step.
  public var learningSteps = [60_000, 600_000]
  /// The same for a card that was forgotten.
  public var relearningSteps = [600_000]
  /// The longest time between two reviews, in days.
  public var longestInterval = 36_500
  /// A number that days are varied by, so that cards that were learnt together come apart; nothing leaves them as they are.
  public var fuzzSeed: UInt64?
  /// w0 to w20.
  let weights: [Double]
  private let decay: Double
  private let factor: Double

  /// The weights of FSRS-6 for those who have no weights of their own.
  static let defaultWeights = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  private static let shortestStability = 0.001
  private static let e = 2.718281828459045

  /// A scheduler with the usual settings.
  public init() {
    weights = Self.defaultWeights
    decay = -weights[20]
    factor = pow(0.9, 1 / decay) - 1
  }

  /// Milliseconds in a day.
  static let day = 86_400_000

  /// The probability with which a card is known at `time`, in milliseconds since 1970.
  public func retrievability(of state: CardState, at time: Int) -> Double {
    pow(1 + factor * Double(max(0, Self.days(from: state.lastReview, to: time))) / state.stability, decay)
  }

  /// What becomes of a card that is graded at `time`, in milliseconds since 1970.
  ///
  /// - Parameter state: What was known of it; nothing for a new card.
  public func review(_ state: CardState?, _ grade: Grade, at time: Int) -> CardState {
    guard let state else {
      let memory = CardState(
        phase: .learning, step: 0, stability: max(weights[grade.rawValue - 1], Self.shortestStability),
        difficulty: Self.clamped(initialDifficulty(grade)), due: time, lastReview: time)
      return scheduled(memory, grade, at: time)
    }
    var next = state
    next.stability = stability(state, grade, at: time)
    next.difficulty = difficulty(state.difficulty, grade)
    next.lastReview = time
    next.reviews += 1
    if state.phase == .review, grade == .again { next.lapses += 1 }
    return scheduled(next, grade, at: time)
  }

  // MARK: When it is asked again

  private func scheduled(_ state: CardState, _ grade: Grade, at time: Int) -> CardState {
    var next = state
    let steps = state.phase == .learning ? learningSteps : relearningSteps
    if state.phase == .review {
      guard grade == .again, let first = steps.first else { return inDays(next, at: time) }
      (next.phase, next.step, next.due) = (.relearning, 0, time + first)
      return next
    }
    let step = state.step ?? 0
    guard !steps.isEmpty, step < steps.count || grade == .again else { return inDays(next, at: time) }
    switch grade {
    case .again: (next.step, next.due) = (0, time + steps[0])
    case .hard: next.due = time + hardStep(step, steps)
    case .good:
      guard step + 1 < steps.count else { return inDays(next, at: time) }
      (next.step, next.due) = (step + 1, time + steps[step + 1])
    case .easy: return inDays(next, at: time)
    }
    return next
  }

  /// A first step that was hard takes longer: up to the middle between it and the next.
  private func hardStep(_ step: Int, _ steps: [Int]) -> Int {
    guard step == 0 else { return steps[step] }
    return steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2
  }

  private func inDays(_ state: CardState, at time: Int) -> CardState {
    var next = state
    let days = fuzzed(interval(state.stability), state, at: time)
    (next.phase, next.step, next.due) = (.review, nil, time + days * Self.day)
    return next
  }

  /// After how many days a card of some stability falls to the retention that is wanted.
  func interval(_ stability: Double) -> Int {
    let days = (stability / factor * (pow(retention, 1 / decay) - 1)).rounded(.toNearestOrEven)
    return days >= Double(longestInterval) ? longestInterval : max(1, Int(days))
  }

  private static func days(from start: Int, to end: Int) -> Int {
    let difference = end.subtractingReportingOverflow(start).partialValue
    return difference >= 0 ? difference / day : -((-difference + day - 1) / day)
  }

  // MARK: Memory

  private func stability(_ state: CardState, _ grade: Grade, at time: Int) -> Double {
    let (stability, difficulty) = (state.stability, state.difficulty)
    let next: Double
    if Self.days(from: state.lastReview, to: time) < 1 {
      let growth =
        pow(Self.e, weights[17] * (Double(grade.rawValue - 3) + weights[18])) * pow(stability, -weights[19])
      next = stability * (grade == .again ? growth : max(growth, 1))
    } else if grade == .again {
      next = forgotten(stability, difficulty, retrievability(of: state, at: time))
    } else {
      next = recalled(stability, difficulty, retrievability(of: state, at: time), grade)
    }
    return max(next, Self.shortestStability)
  }

  private func forgotten(_ stability: Double, _ difficulty: Double, _ retrievability: Double) -> Double {
    let long =
      weights[11] * pow(difficulty, -weights[12]) * (pow(stability + 1, weights[13]) - 1)
      * pow(Self.e, (1 - retrievability) * weights[14])
    return min(long, stability / pow(Self.e, weights[17] * weights[18]))
  }

  private func recalled(
    _ stability: Double, _ difficulty: Double, _ retrievability: Double, _ grade: Grade
  ) -> Double {
    let hard = grade == .hard ? weights[15] : 1
    let easy = grade == .easy ? weights[16] : 1
    let growth = pow(Self.e, weights[8]) * (11 - difficulty) * pow(stability, -weights[9])
    return stability * (1 + growth * (pow(Self.e, (1 - retrievability) * weights[10]) - 1) * hard * easy)
  }

  private func initialDifficulty(_ grade: Grade) -> Double {
    weights[4] - pow(Self.e, weights[5] * Double(grade.rawValue - 1)) + 1
  }

  private func difficulty(_ difficulty: Double, _ grade: Grade) -> Double {
    let change = -(weights[6] * Double(grade.rawValue - 3))
    let damped = difficulty + (10 - difficulty) * change / 9
    return Self.clamped(weights[7] * initialDifficulty(.easy) + (1 - weights[7]) * damped)
  }

  private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}

// Days are varied a little where somebody asks for it.
extension Scheduler {
  private func fuzzed(_ days: Int, _ state: CardState, at time: Int) -> Int {
    guard let fuzzSeed, days >= 3 else { return days }
    let (low, high) = fuzzRange(days)
    let mixed = Self.mixed(fuzzSeed ^ UInt64(bitPattern: Int64(time)) ^ UInt64(state.reviews) << 48)
    return low + Int(mixed % UInt64(high - low + 1))
  }

  /// The first and the last day that may take the place of a day.
  func fuzzRange(_ days: Int) -> (low: Int, high: Int) {
    let length = Double(days)
    let delta =
      1 + 0.15 * max(min(length, 7) - 2.5, 0) + 0.1 * max(min(length, 20) - 7, 0) + 0.05 * max(length - 20, 0)
    let high = min(Int((length + delta).rounded(.toNearestOrEven)), longestInterval)
    return (min(max(2, Int((length - delta).rounded(.toNearestOrEven))), high), high)
  }

  /// A number in which every bit of another one counts (SplitMix64).
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
