import Markdown
import Run

extension [Fence] {
  /// The code blocks of a page, as far as running them goes.
  var pageSnippets: [PageSnippet] {
    var numbers = [Int](repeating: 0, count: count)
    for (number, folder) in folders.enumerated() {
      for index in folder.indices { numbers[index] = number }
    }
    return zip(self, numbers).map { fence, folder in
      PageSnippet(
        language: fence.info.language, words: fence.info.words, attributes: fence.info.attributes,
        content: fence.content, folder: folder)
    }
  }
}
