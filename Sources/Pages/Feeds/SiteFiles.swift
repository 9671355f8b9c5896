extension Site {
  /// The files beside the pages that follow from what is known of the notes.
  public func files() -> [OutputFile] {
    theme.files + (hasStudyPage ? theme.study.files : []) + [sitemap(), robots(), webManifest(), llmsIndex()]
      + [feed(), openSearch()].compactMap { $0 }
  }
}
