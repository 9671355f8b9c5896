import CSQLite

/// A database of SQLite in memory.
@safe struct Database: ~Copyable {
  /// What goes into a row.
  enum Value {
    case integer(Int)
    case text(String)
  }

  /// Something that SQLite refuses.
  struct Problem: Error {
    let message: String
  }

  private let handle: OpaquePointer

  /// An empty database.
  init() throws(Problem) {
    var handle: OpaquePointer?
    let result = unsafe sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard result == SQLITE_OK, let opened = unsafe handle else {
      unsafe sqlite3_close(handle)
      throw Problem(message: "SQLite opens no database in memory")
    }
    unsafe self.handle = opened
  }

  /// Takes what is in the bytes of a database's file, to be read.
  func load(_ bytes: [UInt8]) throws(Problem) {
    guard let copy = unsafe sqlite3_malloc64(UInt64(max(1, bytes.count))) else {
      throw Problem(message: "Out of memory")
    }
    let target = unsafe copy.assumingMemoryBound(to: UInt8.self)
    for (index, byte) in bytes.enumerated() { unsafe target[index] = byte }
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let result = unsafe sqlite3_deserialize(handle, "main", target, Int64(bytes.count), Int64(bytes.count), flags)
    guard result == SQLITE_OK else { throw problem }
  }

  deinit {
    unsafe sqlite3_close(handle)
  }

  private var problem: Problem {
    Problem(message: unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "")
  }

  /// Carries out statements that give nothing.
  func execute(_ statements: String) throws(Problem) {
    guard unsafe sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else { throw problem }
  }

  /// Adds a row to a table, its values in the order of the columns.
  func insert(into table: String, _ values: [Value]) throws(Problem) {
    let marks = values.map { _ in "?" }.joined(separator: ",")
    let statement = try unsafe prepare("INSERT INTO \(table) VALUES (\(marks))")
    defer { unsafe sqlite3_finalize(statement) }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .integer(let number): unsafe sqlite3_bind_int64(statement, place, Int64(number))
      case .text(let text):
        // A destructor of -1 asks SQLite for a copy of its own.
        let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe sqlite3_bind_text(statement, place, text, Int32(clamping: text.utf8.count), copied)
      }
    }
    guard unsafe sqlite3_step(statement) == SQLITE_DONE else { throw problem }
  }

  /// The rows of a query, each column as text.
  func rows(of query: String) throws(Problem) -> [[String]] {
    let statement = try unsafe prepare(query)
    defer { unsafe sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      let count = unsafe sqlite3_column_count(statement)
      rows.append(
        (0..<count).map { column in
          unsafe sqlite3_column_text(statement, column).map { unsafe String(cString: $0) } ?? ""
        })
    }
    return rows
  }

  private func prepare(_ query: String) throws(Problem) -> OpaquePointer {
    var statement: OpaquePointer?
    let result = unsafe sqlite3_prepare_v2(handle, query, -1, &statement, nil)
    guard result == SQLITE_OK, let statement = unsafe statement else { throw problem }
    return unsafe statement
  }

  /// The database as a file.
  func bytes() throws(Problem) -> [UInt8] {
    var count: sqlite3_int64 = 0
    guard let start = unsafe sqlite3_serialize(handle, "main", &count, 0) else { throw problem }
    defer { unsafe sqlite3_free(start) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
