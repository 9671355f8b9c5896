import Glibc
import Notes
import Run
import Source
import YAML

/// The file beside the notes that tells which snippets ran, with which engine, and when.
enum RunLockFile {
  /// What the file in a content folder says; nothing where there is none, or it cannot be read.
  static func read(in content: String) -> RunLock {
    let path = Project.join(content, RunLock.fileName)
    guard let bytes = FileReader.readIfThere(path) else { return RunLock() }
    // JSON is YAML, too.
    let stream = YAMLStream(SourceText(path: path, bytes: bytes), dialect: .core)
    guard let root = stream.documents.first, root["version"]?.int == 1, let snippets = root["snippets"] else {
      return RunLock()
    }
    var records: [String: RunRecord] = [:]
    for entry in snippets.entries {
      if let record = record(entry.value) { records[entry.key.text] = record }
    }
    return RunLock(records)
  }

  private static func record(_ node: YAMLNode) -> RunRecord? {
    guard let hash = node["hash"]?.text, let engine = node["engine"]?.text, let version = node["version"]?.text,
      let date = node["date"]?.text
    else { return nil }
    let image = node["image"].map { (bytes: $0["bytes"]?.int ?? 0, layers: $0["layers"]?.int ?? 0) }
    return RunRecord(
      hash: hash, engine: engine, version: version, date: date, seconds: node["seconds"]?.double ?? 0, image: image,
      printed: node["printed"]?.text ?? "")
  }

  /// Writes it, or removes it where nothing is left to say.
  static func write(_ lock: RunLock, in content: String) throws(Failure) {
    let path = Project.join(content, RunLock.fileName)
    if lock.records.isEmpty {
      unsafe unlink(path)
    } else if FileReader.readIfThere(path) != lock.bytes {
      try FileReplacement.write(lock.bytes, to: path)
    }
  }

  /// The day of a run: that of `SOURCE_DATE_EPOCH`, else today.
  static var today: String {
    let given = unsafe getenv("SOURCE_DATE_EPOCH").flatMap { unsafe Int(String(cString: $0)) }
    var seconds = given ?? time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return unsafe "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }
}
