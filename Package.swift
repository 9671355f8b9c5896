// swift-tools-version: 6.2
import PackageDescription

/// The settings every room is compiled with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the house: it sees the rooms named here and nothing else.
func room(
  _ name: String, sees rooms: [Target.Dependency] = [], links: [LinkerSetting] = []
) -> Target {
  .target(name: name, dependencies: rooms, swiftSettings: strict, linkerSettings: links)
}

/// The tests of a room, in `Tests/<room>`; `data` names the folders in there that hold no Swift, such as `Golden`.
func tests(of name: String, seeing more: [Target.Dependency] = [], data: [String] = []) -> Target {
  let rooms: [Target.Dependency] = name == "Source" ? ["Source"] : [.byName(name: name), "Source"]
  return .testTarget(
    name: name + "Tests",
    dependencies: rooms + ["TestSupport"] + more,
    path: "Tests/" + name,
    exclude: data,
    swiftSettings: strict)
}

let package = Package(
  name: "rutter",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "rutter", targets: ["rutter"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .target(name: "CCmark", linkerSettings: [.linkedLibrary(":libcmark.a")]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CAssets"),

    room("Source"),
    room("Shell", sees: ["Source"]),
    room("Docker", sees: ["Source", "Shell"]),
    room("Search", sees: ["Source"]),
    room("Run", sees: ["Source", "Docker", "Shell"]),
    room("Browser", sees: ["Source", "Docker", "Search"]),
    room("YAML", sees: ["Source", "CYAML"], links: [.linkedLibrary(":libyaml.a")]),
    room("Markdown", sees: ["Source", "CCmark"]),
    room("Notes", sees: ["Source", "Markdown", "YAML"]),
    room("Pages", sees: ["Source", "Markdown", "Notes", "Search", "CAssets"]),
    room(
      "Study", sees: ["Source", "Markdown", "Notes", "CSQLite"],
      links: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]),
    room(
      "Serve",
      sees: [
        "Source", "CZlib",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      links: [.linkedLibrary(":libz.a", .when(platforms: [.linux])), .linkedLibrary("z", .when(platforms: [.macOS]))]),
    .executableTarget(
      name: "rutter",
      dependencies: [
        "Source", "Shell", "Docker", "YAML", "Markdown", "Notes", "Search", "Pages", "Run", "Study",
        "Serve", "CAssets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // One file that runs without a Swift toolchain. Foundation's parts come with the argument parser, and its static
      // archive does not name the two that it needs.
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release)),
        .linkedLibrary("_FoundationCollections", .when(platforms: [.linux], configuration: .release)),
        .linkedLibrary("_FoundationCShims", .when(platforms: [.linux], configuration: .release)),
      ]),

    .executableTarget(
      name: "Benchmarks", dependencies: ["Source", "Markdown", "Notes", "Pages", "Serve"], path: "Tests/Benchmarks",
      exclude: ["README.md", "speed", "dockerfiles", "search", "serve", "edits"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    .target(name: "TestSupport", dependencies: ["Source"], path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "SupportTests", dependencies: ["Source", "TestSupport"], path: "Tests/SupportTests", exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport"], path: "Tests/EndToEnd", exclude: ["Sites"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], path: "Tests/Architecture", swiftSettings: strict),
    tests(of: "Source"),
    tests(
      of: "rutter", seeing: ["Docker", "Pages", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    tests(of: "Shell"),
    tests(of: "Docker", seeing: ["Shell", "Markdown", "rutter"]),
    tests(of: "Search"),
    tests(of: "Run", seeing: ["Docker", "Markdown"], data: ["Site", "engine.py"]),
    tests(of: "Serve"),
    tests(of: "Study", seeing: ["Markdown", "Notes"], data: ["fsrs_histories.py", "Golden"]),
    tests(of: "YAML"),
    tests(of: "Markdown"),
    tests(of: "Notes", data: ["Outline/Marked"]),
    tests(of: "Pages", seeing: ["Markdown", "Notes", "Search"], data: ["Site/Golden"]),
  ]
)

// The fuzz targets need the sanitizers of `Tests/run fuzz`.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Source", "Shell", "Docker", "YAML", "Markdown", "Notes", "Search", "Run", "Pages", "Study", "Serve",
      ],
      path: "Tests/Fuzz",
      exclude: ["Seeds"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
