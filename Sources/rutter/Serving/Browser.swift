import Glibc

/// The program that shows pages to whoever sits here.
enum Browser {
  /// Opens an address.
  ///
  /// - Returns: Whether there is a program that does.
  static func open(_ address: String) -> Bool {
    for program in ["xdg-open", "open", "wslview"] {
      if ChildProcess([program, address]) != nil { return true }
    }
    return false
  }
}
