import Search

// The search of a page. A handle is an engine over one names file; a page opens one and keeps it.

/// Opens a search.
///
/// - Parameters:
///   - start: A names file.
///   - count: How many bytes it has.
/// - Returns: A handle for the other functions; null where the file is damaged.
@_cdecl("rutter_search_open")
public func openSearch(_ start: UnsafePointer<UInt8>?, _ count: UInt32) -> UnsafeMutableRawPointer? {
  guard let engine = try? SearchEngine(names: unsafe array(start, count)) else { return nil }
  let handle = UnsafeMutablePointer<SearchEngine>.allocate(capacity: 1)
  unsafe handle.initialize(to: engine)
  return UnsafeMutableRawPointer(handle)
}

/// Adds the words of texts: a file that an answer asked for.
///
/// - Parameters:
///   - handle: The search.
///   - shard: The number of the file.
///   - start: The file.
///   - count: How many bytes it has.
/// - Returns: Whether the file is whole and belongs to the names file.
@_cdecl("rutter_search_add")
public func addToSearch(
  _ handle: UnsafeMutableRawPointer, _ shard: UInt32, _ start: UnsafePointer<UInt8>?, _ count: UInt32
) -> Bool {
  let engine = unsafe handle.assumingMemoryBound(to: SearchEngine.self)
  do {
    try unsafe engine.pointee.add(shard: Int(shard), array(start, count))
    return true
  } catch { return false }
}

/// Finds pages.
///
/// - Parameters:
///   - handle: The search.
///   - start: What a reader typed, in UTF-8.
///   - count: How many bytes it has.
/// - Returns: A block that the caller frees, as `SearchEngine.text(of:limit:)` gives it: its length as four bytes, lowest
///   first, then the text.
@_cdecl("rutter_search_answer")
public func answerSearch(
  _ handle: UnsafeMutableRawPointer, _ start: UnsafePointer<UInt8>?, _ count: UInt32
) -> UnsafeMutablePointer<UInt8> {
  let engine = unsafe handle.assumingMemoryBound(to: SearchEngine.self)
  return unsafe block(engine.pointee.text(of: SearchQuery(array(start, count)), limit: 20).bytes)
}

/// Cuts the words out of a page's text that show why it was found.
///
/// - Parameters:
///   - handle: The search.
///   - page: The number of the page.
///   - start: What a reader typed, in UTF-8.
///   - count: How many bytes it has.
///   - markdown: The page as Markdown.
///   - length: How many bytes that has.
/// - Returns: A block that the caller frees, as that of an answer; without a text where the page does not have the words.
@_cdecl("rutter_search_excerpt")
public func excerptOfSearch(
  _ handle: UnsafeMutableRawPointer, _ page: UInt32, _ start: UnsafePointer<UInt8>?, _ count: UInt32,
  _ markdown: UnsafePointer<UInt8>?, _ length: UInt32
) -> UnsafeMutablePointer<UInt8> {
  let engine = unsafe handle.assumingMemoryBound(to: SearchEngine.self)
  let query = unsafe SearchQuery(array(start, count))
  return unsafe block(engine.pointee.excerpt(of: array(markdown, length), page: Int(page), for: query).bytes)
}

private func array(_ start: UnsafePointer<UInt8>?, _ count: UInt32) -> [UInt8] {
  unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
}

/// Bytes in a block of their own, behind their length.
private func block(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
  let block = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 4)
  for index in 0..<4 { unsafe block[index] = UInt8(truncatingIfNeeded: bytes.count >> (index * 8)) }
  for index in 0..<bytes.count { unsafe block[index + 4] = bytes[index] }
  return unsafe block
}
