extension Site {
  /// The files beside the pages that follow from what is known of the notes.
  public func files() -> [OutputFile] {
    theme.files + [robots(), webManifest(), llmsIndex()] + [sitemap(), feed()].compactMap { $0 }
  }
}
