import Source

/// The way to an address: from question to question until it is known what became of it.
struct LinkProbe {
  /// What comes next.
  enum Step {
    /// Another question, after some seconds.
    case ask(WebRequest, after: Double)
    case end(LinkOutcome)
  }

  private let anchor: String?
  private let fragment: String?
  private let manners: LinkManners
  private var address: WebAddress
  private var method: WebRequest.Method
  private var hops = 0
  private var retries = 0
  /// The address that the page has moved to for good, as long as all redirections so far were for good.
  private var newAddress: WebAddress?
  private var isForGood = true

  private static let mostHops = 10
  private static let mostRetries = 2

  init(_ address: WebAddress, _ manners: LinkManners) {
    anchor = address.anchor
    fragment = address.fragment
    self.address = address
    self.manners = manners
    // To see the parts of a page, one has to read it.
    method = anchor == nil ? .head : .get
  }

  /// The first question.
  var first: WebRequest { WebRequest(address: address, method: method, timeout: manners.timeout) }

  /// What comes after an answer.
  mutating func next(_ answer: WebAnswer) -> Step {
    switch answer.status {
    case 200..<300: return .end(found(answer))
    case 301, 302, 303, 307, 308: return follow(answer)
    case 429, 503: return wait(answer)
    // A server may know no HEAD, or answer it wrongly: that is the page only if it says so to GET.
    case 400... where method == .head: return ask(.get)
    case 404, 410: return .end(.dead(status: answer.status))
    // Only people may come in: the page is there.
    case 401, 403, 407, 451: return .end(.fine(newAddress: movedTo))
    case 500...: return again("the server answers \(answer.status)")
    case 0: return again(answer.failure ?? "no answer")
    default: return .end(.unreachable("the server answers \(answer.status)"))
    }
  }

  private func found(_ answer: WebAnswer) -> LinkOutcome {
    if let anchor, answer.isHTML, !answer.hasAnchor(anchor) { return .missingFragment(newAddress: movedTo) }
    return .fine(newAddress: movedTo)
  }

  private var movedTo: String? {
    newAddress.map { new in new.text + (new.fragment ?? fragment).map { "#" + $0 }.orEmpty }
  }

  private mutating func follow(_ answer: WebAnswer) -> Step {
    guard let location = answer.location, let next = address.following(location) else {
      return .end(.unreachable("it redirects nowhere"))
    }
    hops += 1
    guard hops <= Self.mostHops else { return .end(.unreachable("it redirects more than \(Self.mostHops) times")) }
    isForGood = isForGood && (answer.status == 301 || answer.status == 308)
    if isForGood { newAddress = next }
    address = next
    return ask(method)
  }

  /// Asks again when the server wants to be left alone for a while.
  private mutating func wait(_ answer: WebAnswer) -> Step {
    let seconds = answer.retryAfter ?? 2
    retries += 1
    guard retries <= Self.mostRetries, seconds <= manners.mostPatience else {
      return .end(.unreachable("the server answers \(answer.status)"))
    }
    return ask(method, after: Double(seconds))
  }

  private mutating func again(_ reason: String) -> Step {
    retries += 1
    return retries <= 1 ? ask(method, after: 1) : .end(.unreachable(reason))
  }

  private mutating func ask(_ method: WebRequest.Method, after seconds: Double = 0) -> Step {
    self.method = method
    return .ask(WebRequest(address: address, method: method, timeout: manners.timeout), after: seconds)
  }
}

extension Optional<String> {
  fileprivate var orEmpty: String { self ?? "" }
}
