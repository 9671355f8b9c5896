/// Why a command could not do its work: a wrong use, or something around the program. Ends with exit code 2.
struct Failure: Error {
  /// What is wrong, without a full stop.
  let message: String
  /// What to do about it.
  let advice: String?

  init(_ message: String, advice: String? = nil) {
    self.message = message
    self.advice = advice
  }
}
