import Source

extension HTMLWriter {
  /// Writes a code block: through the renderer where there is one, and as a tab where it stands among tabs.
  mutating func codeBlock(_ node: Node) {
    output.startLine()
    guard form == .page else { return plainCode(node) }
    let info = info(of: node)
    let isTab = unclosed.last?.kind == .tabs
    if isTab {
      output.append("<div data-tab=\"")
      output.append(escaping: info["tab"] ?? "")
      output.append("\">\n")
    }
    if let code {
      render(node, info, code)
    } else {
      pageCode(node, info)
    }
    if isTab { block("</div>") }
    output.startLine()
  }

  /// Lets the renderer write a block. What it leaves holes in is marked as code.
  private mutating func render(_ node: Node, _ info: FenceInfo, _ code: CodeRenderer) {
    let start = holes.count
    hole(.code, Int(node.number))
    code(info, document.bytes(node.text), &output, &holes)
    if holes.count == start + 1 { holes.removeLast() }
  }

  private func info(of node: Node) -> FenceInfo {
    guard node.flags.contains(.fenced) else { return FenceInfo("") }
    let fence = Int(node.number)
    return document.fences.indices.contains(fence)
      ? document.fences[fence].info : FenceInfo(document.string(node.detail))
  }

  private mutating func pageCode(_ node: Node, _ info: FenceInfo) {
    output.append("<pre><code")
    if !info.language.isEmpty {
      output.append(" class=\"language-")
      output.append(escaping: info.language)
      output.append("\"")
    }
    output.append(">")
    escape(node.text)
    output.append("</code></pre>")
  }

  private mutating func plainCode(_ node: Node) {
    output.append("<pre><code")
    let info = document.bytes(node.detail)
    if let first = info.split(maxSplits: 1, whereSeparator: { $0 == 0x20 || $0 == 0x09 }).first {
      output.append(" class=\"language-")
      output.append(escaping: first)
      output.append("\"")
    }
    output.append(">")
    escape(node.text)
    output.append("</code></pre>\n")
  }
}
