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

/// Finds a section by its heading.
///
/// - Parameters:
///   - handle: The search.
///   - page: The number of the page.
///   - start: The text of the heading.
///   - count: How many bytes it has.
/// - Returns: A block that the caller frees, as that of an answer: the section's anchor; empty where there is none.
@_cdecl("rutter_search_anchor")
public func anchorInSearch(
  _ handle: UnsafeMutableRawPointer, _ page: UInt32, _ start: UnsafePointer<UInt8>?, _ count: UInt32
) -> UnsafeMutablePointer<UInt8> {
  let engine = unsafe handle.assumingMemoryBound(to: SearchEngine.self)
  return unsafe block(engine.pointee.anchor(of: array(start, count), on: Int(truncatingIfNeeded: page)))
}
