extension YAMLNode {
  /// The entries of a mapping together with those that its merge keys (`<<`) bring in from other mappings.
  ///
  /// A key that the mapping has itself stays its own; of several mappings that are merged the first one counts, as the
  /// merge key's own definition for YAML 1.1 asks. The merge keys themselves are left out. Without a merge key these
  /// are the ``entries``.
  public var mergedEntries: [Entry] {
    guard entries.contains(where: \.isMerge) else { return Array(entries) }
    var merged: [Entry] = []
    var keys: Set<String> = []
    var seen: Set<Int> = []
    var waiting = [self]
    while let mapping = waiting.popLast() {
      // The same mapping again has nothing new; so many merges of merges cost no more than they have entries.
      guard seen.insert(mapping.identity).inserted else { continue }
      var sources: [YAMLNode] = []
      for entry in mapping.entries {
        if entry.isMerge {
          sources += entry.value.kind == .sequence ? Array(entry.value.items) : [entry.value]
        } else if keys.insert(entry.key.text).inserted {
          merged.append(entry)
        }
      }
      waiting += sources.reversed()
    }
    return merged
  }
}

extension YAMLNode.Entry {
  /// Whether it brings in the entries of other mappings: `<<` without quotes.
  public var isMerge: Bool {
    key.style == .plain && key.reads("<<") && (value.kind == .mapping || value.kind == .sequence)
  }
}
