import Docker
import Source

/// Whatever bytes are read as a value, what is wrong with them stands in them, and a name that is completed is complete.
func valuesStayInTheirBytes(_ bytes: [UInt8]) {
  let value = ([0x20] + bytes + [0x20])[1..<(bytes.count + 1)]
  read(value) { value throws(ValueFault) in _ = try GoDuration(value) }
  read(value) { value throws(ValueFault) in _ = try GoBool.read(value) }
  read(value) { value throws(ValueFault) in _ = try ByteSize(value) }
  read(value) { value throws(ValueFault) in _ = try FileMode(value) }
  read(value) { value throws(ValueFault) in _ = try StopSignal(value) }
  read(value) { value throws(ValueFault) in _ = try Checksum(value) }
  read(value) { value throws(ValueFault) in _ = try GitAddress(value) }
  read(value) { value throws(ValueFault) in _ = try CheckDirective(value) }
  read(value) { value throws(ValueFault) in _ = try Mount(try MountOption.read(value)) }
  read(value) { value throws(ValueFault) in try StageName.check(value) }
  read(value) { value throws(ValueFault) in
    let port = try PortSpec(value)
    hold(port.first <= port.last, "ports from \(port.first) to \(port.last)")
  }
  read(value) { value throws(ValueFault) in
    let name = try ImageReference(value).normalized
    hold(try ImageReference(name[...]).normalized == name, "an image is completed twice: \(name)")
  }
  read(value) { value throws(ValueFault) in
    let name = try Platform(value).text
    hold(try Platform(name[...]).text == name, "a platform is completed twice: \(name)")
  }
  _ = SourceKind(value)
  _ = SourceKind.isArchiveName(value)
  readArray(value)
}

private func read(_ value: Bytes, _ reader: (Bytes) throws(ValueFault) -> Void) {
  do throws(ValueFault) {
    try reader(value)
  } catch {
    hold(value.range.holds(error.range), "'\(error.message)' at \(error.range.words)")
  }
}

private func readArray(_ value: Bytes) {
  switch JSONArray(value) {
  case .strings(let words): hold(words.allSatisfy { value.range.holds($0.range) }, "a string outside of the array")
  case .others(let range): hold(value.range.holds(range), "an element at \(range.words)")
  case .malformed(let flaw): hold(value.range.holds(flaw.range), "\(flaw.reason) at \(flaw.range.words)")
  }
}
