import Foundation
import TestSupport
import Testing

/// Whether a small file system of our own can be mounted here, to be filled up.
private let mounts: Bool = {
  let mounted = try? TemporaryFolder.with { folder in
    let outcome = try Command("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.path]).run(seconds: 10)
    if outcome.exit == 0 { _ = try Command("umount", [folder.path]).run(seconds: 10) }
    return outcome.exit == 0
  }
  return mounted ?? false
}()

@Suite("What is published stays whole", .needsBuild, .needsRelease)
struct PublishingTests {
  @Test func `an end in the middle of a build leaves every file old or new`() throws {
    try TemporaryFolder.with { folder in
      try SampleSite.write(300, to: folder, edition: "first")
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      let old = Snapshot(folder, "public")
      try SampleSite.write(300, to: folder, edition: "second")
      let started = Date()
      #expect(try Rutter.run(["build", "--output", "fresh"], in: folder).exit == 0)
      let duration = Date().timeIntervalSince(started)
      let new = Snapshot(folder, "fresh")
      #expect(new.difference(from: old).count > 300)

      var interrupted = 0
      for step in 1...12 {
        let site = ["build", "--output", "copy-\(step)"]
        _ = try Command("cp", ["-a", "public", "copy-\(step)"], in: folder.path).run()
        let delay = duration * Double(step) / 13
        let command = Command(Rutter.path, site, in: folder.path, environment: Rutter.environment)
        if try command.kill(after: delay) { interrupted += 1 }
        let torn = Snapshot(folder, "copy-\(step)").files(neitherIn: old, norIn: new)
        #expect(torn == [], "ended after \(delay) s")
        #expect(try Rutter.run(site, in: folder).exit == 0)
        #expect(Snapshot(folder, "copy-\(step)").difference(from: new) == [], "mended after \(delay) s")
        #expect(folder.files(below: "copy-\(step)").count == folder.files(below: "fresh").count, "nothing is left over")
        try folder.remove("copy-\(step)")
      }
      #expect(interrupted > 0, "no build was slow enough to be interrupted")
    }
  }

  @Test(.enabled(if: mounts, "no file system can be mounted here"))
  func `a full disk ends with 2, and what was published is whole`() throws {
    try TemporaryFolder.with { folder in
      try folder.makeFolder("disk")
      let size = ["-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.path("disk")]
      #expect(try Command("mount", size).run().exit == 0)
      defer { _ = try? Command("umount", ["-l", folder.path("disk")]).run() }

      try SampleSite.write(20, to: folder, edition: "first")
      #expect(try Rutter.run(["build", "--output", "disk/public"], in: folder).exit == 0)
      let old = Snapshot(folder, "disk/public")
      try SampleSite.write(1_500, to: folder, edition: "second")
      let full = try Rutter.run(["build", "--output", "disk/public"], in: folder)
      #expect(full.exit == 2)
      #expect(full.errors.contains("disk/public"))
      #expect(try Rutter.run(["build", "--output", "fresh"], in: folder).exit == 0)
      #expect(Snapshot(folder, "disk/public").files(neitherIn: old, norIn: Snapshot(folder, "fresh")) == [])
    }
  }

  @Test func `a folder that may not be written ends with 2, and what was published is whole`() throws {
    try TemporaryFolder.with { folder in
      try SampleSite.write(20, to: folder, edition: "first")
      #expect(try Rutter.run(["build"], in: folder).exit == 0)
      let old = Snapshot(folder, "public")
      try SampleSite.write(20, to: folder, edition: "second")
      let outcome = try asNobody("chmod -R a-w public; rutter build", in: folder)
      #expect(outcome.exit == 2, "\(outcome.errors)\(outcome.output)")
      #expect(outcome.errors.contains("public"))
      #expect(Snapshot(folder, "public").difference(from: old) == [])
    }
  }

  @Test func `a note that may not be read is a finding, and the others are published`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("# Home\n", to: "content/index.md")
      try folder.write("# Secret\n", to: "content/secret.md")
      let check = try asNobody("chmod 000 content/secret.md; rutter check", in: folder)
      #expect(check.exit == 1)
      #expect(check.output.contains("content/secret.md"))
      let build = try asNobody("rutter build", in: folder)
      #expect(build.exit == 0, "\(build.errors)")
      #expect(folder.text("public/index.html")?.contains("Home") == true)
    }
  }

  @Test func `a content folder that may not be read ends with 2`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("# Home\n", to: "content/index.md")
      let outcome = try asNobody("chmod 000 content; rutter build", in: folder)
      #expect(outcome.exit == 2, "\(outcome.errors)\(outcome.output)")
      #expect(outcome.errors.contains("content"))
      #expect(folder.text("public/index.html") == nil)
    }
  }

  @Test func `a folder of notes that may not be read is a finding, and nothing of it is removed from the site`() throws
  {
    try TemporaryFolder.with { folder in
      try SampleSite.write(14, to: folder)
      let outcome = try asNobody("chmod 000 content/section-3; rutter check", in: folder)
      #expect(outcome.exit == 1, "\(outcome.errors)\(outcome.output)")
      #expect(outcome.output.contains("content/section-3"))
    }
  }

  /// Runs a line as somebody whom permissions bind: root is above them.
  private func asNobody(_ line: String, in folder: TemporaryFolder) throws -> Command.Outcome {
    guard geteuid() == 0 else {
      return try Command(shell: line, in: folder.path, environment: Rutter.environment).run()
    }
    let owner = try Command("chown", ["-R", "65534:65534", folder.path]).run()
    #expect(owner.exit == 0)
    let program = folder.path("rutter-copy")
    try? FileManager.default.copyItem(atPath: Rutter.path, toPath: program)
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let arguments = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "sh", "-c"]
    let replaced = line.replacing("rutter ", with: program + " ")
    return try Command("setpriv", arguments + [replaced], in: folder.path, environment: Rutter.environment).run()
  }
}
