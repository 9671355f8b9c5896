import Serve
import Source

/// Whatever is asked for, what is looked up is a plain path below the root, and its address leads to it again.
func targetsStayBelowTheRoot(_ bytes: [UInt8]) {
  guard let target = try? RequestTarget(String(decoding: bytes, as: UTF8.self)) else { return }
  let path = Array(target.path.utf8)
  hold(path.first == UInt8(ascii: "/"), "the path is \(target.path)")
  hold(!path.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }, "a byte that leads astray in \(path)")
  let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
  hold(!segments.dropLast().contains { $0.isEmpty }, "a doubled slash in \(target.path)")
  hold(
    !segments.contains { $0.count <= 2 && !$0.isEmpty && $0.allSatisfy { $0 == UInt8(ascii: ".") } },
    "\(target.path) climbs")
  let again = try? RequestTarget(PercentEncoding.encode(path: target.path))
  hold(again?.path == target.path && again?.isTidy == true, "\(target.path) is not found again")
}
