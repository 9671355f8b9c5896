/// What became of asking for an address.
enum LinkOutcome: Sendable, Equatable {
  /// The page is there, with the part that the fragment names; `newAddress` is where it has moved for good.
  case fine(newAddress: String?)
  /// The page is there, but not the part.
  case missingFragment(newAddress: String?)
  /// The server says that there is no such page.
  case dead(status: Int)
  /// There was no answer, or none that says anything of the page.
  case unreachable(String)
}

/// How other sites are asked, as `site.yaml` says.
struct LinkManners: Sendable, Equatable {
  /// How many questions are under way at a time, over all servers.
  var jobs = 8
  /// How many of them to one server.
  var jobsPerHost = 2
  /// The time between two questions to one server, in milliseconds.
  var delay = 200
  /// How long a question may take, in seconds.
  var timeout = 20
  /// How long a server may make us wait, in seconds; if it asks for more, it is asked another day.
  var mostPatience = 30
}
