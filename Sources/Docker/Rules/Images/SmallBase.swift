import Source

extension DockerfileRule {
  /// What ships starts from an image without tools that only a build needs.
  static let smallBase = DockerfileRule(
    Rule(
      "dockerfile/small-base", .info, "Let what ships start from a small image",
      advice: "Start from the smaller variant; where the build needs the full one, build in a stage of its own")
  ) { inspection, findings in
    guard inspection.shipped.isApplication, let base = inspection.shipped.base else { return }
    let name = ImageName(inspection.file[base])
    guard let smaller = SmallerBase(of: name) else { return }
    findings.report(
      "Full-size base '\(inspection.file[base].string)' in the stage that ships, \(smaller.advice)", at: base.range)
  }
}

/// The smaller image that is published beside a full one.
private struct SmallerBase {
  let advice: String

  /// Nothing where the image is small, or its tag is only known to the build.
  init?(of image: ImageName) {
    guard !image.tag.contains(UInt8(ascii: "$")) || image.tag.contains(UInt8(ascii: "-")) else { return nil }
    guard !Self.isSmall(image) else { return nil }
    guard let advice = Self.advice(for: image) else { return nil }
    self.advice = advice
  }

  /// The words in tags of small variants.
  private static let smallVariants: [StaticString] = [
    "slim", "alpine", "distroless", "chiseled", "nonroot", "jre", "headless", "nanoserver", "windowsservercore",
    "trixie-slim", "minimal", "nodesktop", "fpm",
  ]

  private static func isSmall(_ image: ImageName) -> Bool {
    smallVariants.contains { image.tag.contains($0) }
  }

  private static func advice(for image: ImageName) -> String? {
    switch image.repository {
    case "python", "node", "ruby", "perl", "elixir", "erlang", "swift":
      return "'\(suggestion(image, suffix: "slim"))' has all that a program needs to run"
    case "php":
      return isPlainPHP(image.tag) ? "'\(suggestion(image, suffix: "alpine"))' is a fifth of it" : nil
    case "openjdk", "amazoncorretto", "eclipse-temurin", "maven", "gradle":
      return "'eclipse-temurin:\(javaVersion(image))-jre' has all that a program needs to run"
    case "golang", "rust":
      return "a compiled program runs without it: copy it into 'debian:stable-slim', distroless or scratch"
    case "gcc", "haskell", "dart":
      return "a compiled program runs without it: copy it into 'debian:stable-slim' or distroless"
    case "mcr.microsoft.com/dotnet/sdk":
      return "'mcr.microsoft.com/dotnet/aspnet\(image.tag.isEmpty ? "" : ":")\(image.tag.string)' runs what it builds"
    default: return nil
    }
  }

  /// The same tag with the variant behind it.
  private static func suggestion(_ image: ImageName, suffix: StaticString) -> String {
    let tag = image.tag.isEmpty || image.tag == "latest" ? "\(suffix)" : "\(image.tag.string)-\(suffix)"
    return "\(image.repository.string):\(tag)"
  }

  /// The image with the Apache server has no small variant.
  private static func isPlainPHP(_ tag: Bytes) -> Bool {
    !tag.contains("apache") && !tag.contains("zts")
  }

  /// The number in a tag such as `3.9-eclipse-temurin-21` or `21-jdk`.
  private static func javaVersion(_ image: ImageName) -> String {
    let isTool = image.repository == "maven" || image.repository == "gradle"
    let words = image.tag.split(separator: UInt8(ascii: "-"))
    let numbers = words.filter { $0.first?.isDigit ?? false }
    let named = words.first { $0.hasPrefix("jdk") && $0.count > 3 }?.dropFirst(3)
    let number = named ?? (isTool ? numbers.dropFirst().first : numbers.first)
    let major = number?.prefix { $0.isDigit }
    return major.map { $0.isEmpty ? "25" : $0.string } ?? "25"
  }
}
