extension [Fence] {
  /// Fences that belong together as the files of one folder: those with a `title` that follow each other, until a title
  /// comes again or a bad example follows a good one. A fence without a title is alone.
  package var folders: [ArraySlice<Fence>] {
    var folders: [ArraySlice<Fence>] = []
    var titles: Set<String> = []
    for index in indices {
      let fence = self[index]
      let title = fence.info["title"]
      let isTaken = title.map { titles.insert($0).inserted } ?? false
      if isTaken, let folder = folders.last, folder.first?.info.isBad == fence.info.isBad {
        folders[folders.count - 1] = self[folder.startIndex...index]
      } else {
        folders.append(self[index...index])
        titles = title.map { [$0] } ?? []
      }
    }
    return folders
  }
}

extension FenceInfo {
  /// Whether it is an example of how not to do it.
  package var isBad: Bool { words.contains("bad") }
}
