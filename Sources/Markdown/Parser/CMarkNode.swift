internal import CCmark

/// A node of libcmark's tree. It lives as long as its tree does: until the document is made.
@safe
struct CMarkNode: Equatable {
  private let pointer: OpaquePointer

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  /// Parses `bytes`. The tree is valid until ``releaseAll()``.
  init?(parsing bytes: borrowing [UInt8]) {
    unsafe self.init(bytes.withUnsafeBufferPointer { unsafe rutter_cmark_parse($0.baseAddress, $0.count) })
  }

  /// Ends the life of all trees of this thread.
  static func releaseAll() {
    rutter_cmark_release()
  }

  static func == (one: Self, other: Self) -> Bool {
    unsafe one.pointer == other.pointer
  }

  var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }
  var next: CMarkNode? { unsafe CMarkNode(cmark_node_next(pointer)) }
  var parent: CMarkNode? { unsafe CMarkNode(cmark_node_parent(pointer)) }
  var firstChild: CMarkNode? { unsafe CMarkNode(cmark_node_first_child(pointer)) }

  /// The line that a block starts in, from 0.
  var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) - 1 }
  /// How many bytes stand before a block in its first line.
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) - 1 }
  /// The last line of a paragraph or heading, from 0. For other blocks it is not to be relied on.
  var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) - 1 }

  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int32 { unsafe cmark_node_get_list_start(pointer) }

  var literal: CMarkText { unsafe CMarkText(cmark_node_get_literal(pointer)) }
  var fenceInfo: CMarkText { unsafe CMarkText(cmark_node_get_fence_info(pointer)) }
  var destination: CMarkText { unsafe CMarkText(cmark_node_get_url(pointer)) }
  var title: CMarkText { unsafe CMarkText(cmark_node_get_title(pointer)) }
}

/// A string of libcmark's tree; it lives as long as the tree.
@safe
struct CMarkText {
  private let start: UnsafePointer<UInt8>?
  let count: Int

  fileprivate init(_ text: UnsafePointer<CChar>?) {
    unsafe start = UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self)
    unsafe count = rutter_length(text)
  }

  /// The byte at `index`; 0 beyond the end.
  subscript(index: Int) -> UInt8 {
    guard let start = unsafe start, index >= 0, index < count else { return 0 }
    return unsafe start[index]
  }

  /// The whole of it.
  var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: count) }

  /// As a string.
  var string: String { unsafe String(decoding: bytes, as: UTF8.self) }

  /// How often `byte` occurs.
  func occurrences(of byte: UInt8) -> Int {
    unsafe rutter_occurrences(start, count, byte)
  }
}

extension CMarkText {
  /// Whether nothing but space is left of some HTML without its comments. One that never ends is none.
  var isOnlyComments: Bool {
    guard self[0] <= 0x20 || self[1] == UInt8(ascii: "!") else { return false }
    var rest = unsafe Array(bytes)[...].drop { $0 <= 0x20 }
    while rest.starts(with: "<!--".utf8), let end = rest.dropFirst(4).offset(of: "-->") {
      rest = rest[(end + 3)...].drop { $0 <= 0x20 }
    }
    return rest.isEmpty
  }
}

extension [UInt8] {
  /// The first place of a byte from `start` on, or the end.
  func position(of byte: UInt8, from start: Int) -> Int {
    unsafe withUnsafeBufferPointer { unsafe rutter_find($0.baseAddress, start, $0.count, byte) }
  }

  /// Whether `text` stands at `offset`.
  func holds(_ text: CMarkText, at offset: Int) -> Bool {
    guard offset + text.count <= count else { return false }
    return unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let other = unsafe text.bytes.baseAddress else { return text.count == 0 }
      return unsafe rutter_same(base + offset, other, text.count) != 0
    }
  }
}
