internal import Source

/// Finds keys that stand twice in a mapping.
enum DuplicateKeys {
  /// Adds a problem for each scalar key that the mapping at `index` has already.
  static func find(
    in index: Int, _ tree: borrowing TreeBuilder, _ text: ArraySlice<UInt8>, _ problems: inout [YAMLProblem]
  ) {
    let keys = Keys(records: tree.records, texts: tree.texts, source: text)
    let count = Int(tree.records[index].count / 2)
    count <= 12 ? keys.compareAll(index, &problems) : keys.compareSorted(index, &problems)
  }
}

/// The keys of mappings, and where their texts are.
private struct Keys {
  let records: [YAMLTree.Record]
  let texts: [UInt8]
  let source: ArraySlice<UInt8>

  /// Compares each key with each before it.
  func compareAll(_ mapping: Int, _ problems: inout [YAMLProblem]) {
    var key = mapping + 1
    for position in 0..<Int(records[mapping].count / 2) where problems.count < YAMLStream.problemLimit {
      var earlier = mapping + 1
      for _ in 0..<position {
        if areEqual(earlier, key) {
          problems.append(problem(key, first: earlier))
          break
        }
        earlier = next(earlier)
      }
      key = next(key)
    }
  }

  /// Compares neighbours in the order of their hashes.
  func compareSorted(_ mapping: Int, _ problems: inout [YAMLProblem]) {
    var hashes: [(hash: Int, key: Int)] = []
    var key = mapping + 1
    for _ in 0..<Int(records[mapping].count / 2) {
      if records[key].shape == .scalar {
        var hasher = Hasher()
        unsafe bytes(of: key).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        hashes.append((hasher.finalize(), key))
      }
      key = next(key)
    }
    hashes.sort { ($0.hash, $0.key) < ($1.hash, $1.key) }
    var first = 0
    for index in hashes.indices.dropFirst() where problems.count < YAMLStream.problemLimit {
      if hashes[index].hash == hashes[first].hash, areEqual(hashes[index].key, hashes[first].key) {
        problems.append(problem(hashes[index].key, first: hashes[first].key))
      } else {
        first = index
      }
    }
  }

  /// The key after `key`: past its value.
  private func next(_ key: Int) -> Int {
    Int(records[Int(records[key].end)].end)
  }

  private func areEqual(_ one: Int, _ other: Int) -> Bool {
    guard records[one].count == records[other].count else { return false }
    guard records[one].shape == .scalar, records[other].shape == .scalar else { return false }
    return bytes(of: one).elementsEqual(bytes(of: other))
  }

  private func bytes(of key: Int) -> ArraySlice<UInt8> {
    let start = Int(records[key].first)
    let end = start + Int(records[key].count)
    return records[key].flags.contains(.isVerbatim) ? source[start..<end] : texts[start..<end]
  }

  private func problem(_ key: Int, first: Int) -> YAMLProblem {
    let name = String(decoding: bytes(of: key), as: UTF8.self)
    return .duplicateKey(name, at: records[key].range, first: records[first].range)
  }
}
