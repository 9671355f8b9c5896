import Study

/// How learning goes, in a few lines.
enum StatisticsText {
  /// The numbers as text, with a bar a day.
  static func text(_ statistics: Statistics, of deck: Deck, next: Int?) -> String {
    var text = "\(statistics.asked) of \(deck.cards.count) cards asked"
    if let retention = statistics.retention {
      text += ", \(Int((retention * 100).rounded())) % of the learnt ones known"
    }
    text += "; \(statistics.streak) \(statistics.streak == 1 ? "day" : "days") in a row\n"
    text += statistics.levels.map { "\($0.count) \($0.level.rawValue)" }.joined(separator: ", ") + " (topics)\n\n"
    text +=
      "reviews, 30 days     \(bars(statistics.days.map(\.reviews)))  today \(statistics.days.last?.reviews ?? 0)\n"
    text += "due, next 30 days    \(bars(statistics.forecast))  today \(statistics.forecast[0])\n"
    if let next {
      let topic = deck.topics[next]
      text += "\nNext: \(topic.name)" + (topic.url.map { " (\($0))" } ?? "") + "\n"
    }
    return text
  }

  private static let blocks = Array(" ▁▂▃▄▅▆▇█")

  private static func bars(_ numbers: [Int]) -> String {
    let most = max(1, numbers.max() ?? 1)
    return String(numbers.map { blocks[$0 == 0 ? 0 : max(1, $0 * 8 / most)] })
  }
}
