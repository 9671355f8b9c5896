/// Who may import whom. A room that is not listed may not exist; rooms of later issues stand here already.
let walls: [String: Set<String>] = [
  "Source": [],
  "YAML": ["Source", "CYAML"],
  "Markdown": ["Source", "CCmark"],
  "Docker": ["Source", "Shell"],
  "Shell": ["Source"],
  "Manifests": ["Source", "YAML"],
  "Notes": ["Source", "Markdown", "YAML"],
  "Search": ["Source"],
  "Pages": ["Source", "Markdown", "Notes", "Search", "CAssets"],
  "Run": ["Source", "Docker", "Shell"],
  "Study": ["Source", "Markdown", "Notes", "CSQLite"],
  "Serve": ["Source", "CZlib"],
  "Browser": ["Source", "Docker", "Search"],
  "rutter": [
    "Source", "YAML", "Markdown", "Docker", "Shell", "Manifests", "Notes", "Search", "Pages", "Run", "Study", "Serve",
    "CAssets",
  ],
]

/// Rooms without Swift: C headers and embedded bytes. They see nothing.
let roomsInC: Set<String> = ["CAssets", "CCmark", "CYAML", "CSQLite", "CZip", "CZlib", "CSystem", "CBrowser"]

/// The rooms that touch the disk, the clock, the network and the terminal.
let outerRooms: Set<String> = ["rutter", "Serve"]

/// What outer rooms may import beside rooms: the system, and the packages they were given.
let outerModules: [String: Set<String>] = [
  "rutter": ["ArgumentParser", "Glibc", "Synchronization", "FoundationEssentials", "CSystem"],
  "Serve": ["Glibc", "NIOCore", "NIOPosix", "NIOHTTP1"],
]

/// Imports of inner rooms that no wall foresees, each with the reason why it is unavoidable.
let exceptions: [(room: String, module: String, why: String)] = [
  ("Study", "Glibc", "powers of fractions, which the standard library has none of")
]

/// What inner rooms may not call of the standard library: they do not print, read, wait or look at the clock. The rest of
/// the world is behind modules that they may not import.
let outerCalls: [String] = [
  "print", "debugPrint", "dump", "readLine", "ContinuousClock", "SuspendingClock", "Task", "CommandLine",
]

/// Ways around the compiler that no room takes.
let trapdoors: [String] = [
  "@unchecked", "nonisolated(unsafe)", "try!", "as!", "fatalError(", "@preconcurrency",
]

/// Trapdoors that a file may use, each with the reason.
let openTrapdoors: [(file: String, text: String, why: String)] = []
