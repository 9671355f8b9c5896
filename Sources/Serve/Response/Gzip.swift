internal import CZlib

/// Compression for the way to the browser.
enum Gzip {
  /// The bytes as a gzip stream; nil where that would not be smaller, or there is no memory.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= Int(UInt32.max) else { return nil }
    var stream = unsafe z_stream()
    // 15 bits of window, and 16 for gzip's head and tail instead of zlib's.
    let code = unsafe deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    var isWhole = false
    var source = bytes
    let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
      unsafe source.withUnsafeMutableBufferPointer { source in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = unsafe target.count - Int(stream.avail_out)
      }
    }
    return isWhole ? compressed : nil
  }
}
