// How a script and a module hand bytes to each other.

/// The bytes that a script lent.
func array(_ start: UnsafePointer<UInt8>?, _ count: UInt32) -> [UInt8] {
  unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
}

/// Bytes in a block of their own, behind their length in four bytes, lowest first. The script frees it.
func block(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
  let block = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 4)
  for index in 0..<4 { unsafe block[index] = UInt8(truncatingIfNeeded: bytes.count >> (index * 8)) }
  for index in 0..<bytes.count { unsafe block[index + 4] = bytes[index] }
  return unsafe block
}
