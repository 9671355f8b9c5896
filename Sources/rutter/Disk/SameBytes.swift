import Glibc

/// Whether two stretches of memory hold the same bytes: in a rebuild most files do, and all of them are compared.
func isSame(_ one: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
  guard one.count == other.count else { return false }
  return unsafe one.withUnsafeBytes { one in
    unsafe other.withUnsafeBytes { other in
      guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
      return unsafe memcmp(start, otherStart, one.count) == 0
    }
  }
}
