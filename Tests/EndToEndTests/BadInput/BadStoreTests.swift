// Paths that are no good store: one clear sentence each, nothing lost, nothing overwritten.

import Foundation
import Testing
import Workflow

@Suite("Bad stores")
struct BadStoreTests {
  /// Where the numbers stand in the head of a file of SQLite.
  private static let versionOffset = 60
  private static let applicationOffset = 68

  /// A place whose store holds one report, closed.
  private func placeWithReport() throws -> Place {
    let place = try Place.sample()
    try place.run("report", "new", "purpose=Kept", "--as", "sam")
    return place
  }

  /// Writes a file that only its owner may use.
  private func privateFile(_ name: String, _ bytes: [UInt8], in place: Place) throws -> String {
    let path = try place.file(name, bytes: bytes)
    #expect(chmod(path, 0o600) == 0)
    return path
  }

  /// Reading, acting and making anew are refused by one sentence, and the bytes stay.
  private func expectRefused(
    _ path: String, code: String, saying words: String, in place: Place,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    place.store = path
    let before = try place.bytes(path)
    for command in [
      ["report", "list", "--as", "carol"], ["report", "new", "purpose=Lost", "--as", "sam"],
      ["worker", "--as", "carol"], ["status"],
    ] {
      let ran = try place.run(command + ["--output", "json"])
      #expect(ran.status == 69, "\(command)", sourceLocation: sourceLocation)
      #expect(ran.output.isEmpty, sourceLocation: sourceLocation)
      #expect(ran.errorCode == code, "\(ran.errors)", sourceLocation: sourceLocation)
      let message = ran.error["message"]?.string ?? ""
      #expect(message.contains(words), "\(message)", sourceLocation: sourceLocation)
      #expect(message.contains(path), "\(message)", sourceLocation: sourceLocation)
      #expect(
        ran.errors.split(separator: "\n").count == 1, "\(ran.errors)",
        sourceLocation: sourceLocation)
    }
    let made = try place.run("init", "--sample", "--output", "json")
    #expect(made.status == 73 && made.errorCode == "cannotCreate", sourceLocation: sourceLocation)
    #expect(try place.bytes(path) == before, sourceLocation: sourceLocation)
  }

  @Test("a folder is no store")
  func folder() throws {
    let place = try Place()
    place.store = place.folder + "/data"
    let ran = try place.ask("report", "list", "--as", "sam")
    #expect(ran.status == 69 && ran.errorCode == "storeForeign")
    #expect(ran.error["message"]?.string?.contains("is a folder") ?? false)
    #expect(try place.ask("init", "--sample").status == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.store).isEmpty)
  }

  @Test("where no store is, none is made by looking")
  func missing() throws {
    let place = try Place()
    let ran = try place.ask("report", "list", "--as", "sam")
    #expect(ran.status == 66 && ran.errorCode == "notFound")
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/store"))
  }

  @Test("files of others are told as such and left as they are")
  func foreign() throws {
    let place = try placeWithReport()
    var database = try place.bytes(place.store)
    let text = try privateFile("text", Array("Dear diary,\n".utf8), in: place)
    try expectRefused(text, code: "storeForeign", saying: "is no database", in: place)
    // Nobody is told to change the mode of a file that is none of ours.
    chmod(text, 0o644)
    try expectRefused(text, code: "storeForeign", saying: "is no database", in: place)
    let empty = try privateFile("empty", [], in: place)
    try expectRefused(empty, code: "storeForeign", saying: "it is empty", in: place)
    database.replaceSubrange(
      Self.applicationOffset..<Self.applicationOffset + 4, with: [0, 0, 0, 7])
    let other = try privateFile("other", database, in: place)
    try expectRefused(other, code: "storeForeign", saying: "of another program", in: place)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder)
    #expect(!names.contains { $0.hasPrefix("other-") }, "\(names)")
  }

  @Test("a store of a newer release is refused and left as it is")
  func newer() throws {
    let place = try placeWithReport()
    var database = try place.bytes(place.store)
    database.replaceSubrange(Self.versionOffset..<Self.versionOffset + 4, with: [0, 0, 0, 99])
    let newer = try privateFile("newer", database, in: place)
    try expectRefused(newer, code: "storeNewer", saying: "newer release", in: place)
  }

  @Test("a damaged store is told as damaged and left as it is")
  func damaged() throws {
    let place = try placeWithReport()
    let database = try place.bytes(place.store)
    let pages = 4096..<database.count
    var zeroes = database
    zeroes.replaceSubrange(pages, with: [UInt8](repeating: 0, count: pages.count))
    var noise = database
    var random = SeededRandom(seed: 7)
    for index in pages { noise[index] = UInt8.random(in: 0...255, using: &random) }
    let cut = Array(database.prefix(database.count / 2))
    for (name, bytes) in [("zeroes", zeroes), ("noise", noise), ("cut", cut)] {
      let path = try privateFile(name, bytes, in: place)
      try expectRefused(path, code: "storeDamaged", saying: "damaged", in: place)
    }
  }

  @Test("bytes overwritten anywhere crash nothing and hang nothing")
  func overwritten() throws {
    let place = try placeWithReport()
    let database = try place.bytes(place.store)
    var random = SeededRandom(seed: 11)
    for round in 0..<12 {
      var bytes = database
      let start = Int.random(in: 0..<bytes.count - 600, using: &random)
      for index in start..<start + Int.random(in: 1...600, using: &random) {
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      place.store = try privateFile("overwritten-\(round)", bytes, in: place)
      for command in [["report", "list", "--all"], ["status"], ["workflow", "list"]] {
        let ran = try place.run(command + ["--as", "carol", "--output", "json"])
        #expect([0, 65, 66, 69, 77].contains(ran.status), "\(start): \(ran.errors)")
        #expect(ran.status == 0 || ran.errorCode != nil, "\(start): \(ran.errors)")
      }
    }
  }

  @Test("a store that others may write, or that may not be read, is refused")
  func permissions() throws {
    let place = try placeWithReport()
    chmod(place.store, 0o666)
    let wide = try place.ask("report", "list", "--as", "sam")
    #expect(wide.status == 69 && wide.error["message"]?.string?.contains("chmod 600") ?? false)
    chmod(place.store, 0o600)
    #expect(try place.ask("report", "list", "--as", "sam").items.count == 1)
  }

  @Test(
    "an unreadable store is told as such",
    .enabled(if: getuid() != 0, "root may read every file"))
  func unreadable() throws {
    let place = try placeWithReport()
    chmod(place.store, 0)
    let ran = try place.ask("report", "list", "--as", "sam")
    #expect(ran.status == 69 && ran.errorCode == "storeUnavailable")
    chmod(place.store, 0o600)
  }

  @Test("when the file may not grow, a sentence says so and what was there stays")
  func limitedFile() throws {
    let place = try placeWithReport()
    let ran = try place.run(
      ["report", "new", "purpose=Lost", "--as", "sam", "--output", "json"], after: "ulimit -f 8")
    #expect(ran.status == 69 && ran.errorCode == "storeUnavailable", "\(ran.errors)")
    let kept = try place.ask("report", "list", "--as", "sam").items
    #expect(kept.map { $0["title"] } == ["Kept"])
    #expect(try place.ask("report", "new", "purpose=Next", "--as", "sam").status == 0)
  }

  /// Whether an unprivileged mount is possible here.
  private static let canMount: Bool = {
    let program = try? RunningProgram(
      ["/bin/sh", "-c", "exec unshare -rm mount -t tmpfs -o size=64k tmpfs /mnt"],
      variables: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], input: "/dev/null",
      output: "/dev/null", errors: "/dev/null")
    return program?.waitForEnd(within: .seconds(10)) == 0
  }()

  @Test(
    "on a full disk a sentence says so, and what was answered is there when there is space",
    .enabled(if: canMount, "no small file system can be mounted here"))
  func fullDisk() throws {
    let place = try Place()
    // In a mount of its own, a batch runs until the disk is full; then space is made.
    let script = try place.file(
      "full.sh",
      """
      mkdir -p m && mount -t tmpfs -o size=900k,mode=700 tmpfs m || exit 99
      "$1" init --sample --store m/store > /dev/null || exit 98
      dd if=/dev/zero of=m/filler bs=1k count=300 2> /dev/null
      i=0
      while [ $i -lt 3000 ]; do i=$((i+1)); printf '%s\\n' \
        '{"as":"sam","do":"report new","report":{"id":"FULL-'$i'","purpose":"Full"}}'
      done > lines
      "$1" batch lines --as carol --store m/store > answers 2> sentence
      echo $? > status
      rm m/filler
      "$1" report list --as carol --all --limit 5000 --store m/store --output jsonl > kept
      echo $? >> status
      """)
    let program = try RunningProgram(
      [
        "/bin/sh", "-c", "cd '\(place.folder)' && exec unshare -rm sh '\(script)' \"$0\"",
        Repository.binary,
      ],
      variables: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/"],
      input: "/dev/null", output: place.folder + "/script.out",
      errors: place.folder + "/script.err")
    let status = program.waitForEnd(within: .seconds(120))
    let said = try String(decoding: place.bytes(place.folder + "/script.err"), as: UTF8.self)
    try #require(status == 0, "\(said)")
    let read = { (name: String) in
      String(decoding: try place.bytes(place.folder + "/" + name), as: UTF8.self)
    }
    #expect(try read("status") == "69\n0\n")
    let sentence = try read("sentence")
    #expect(sentence.contains("no space left"), "\(sentence)")
    #expect(sentence.split(separator: "\n").count == 1)
    let answered = try read("answers").split(separator: "\n").count { $0.contains("\"ok\":true") }
    let kept = try read("kept").split(separator: "\n").count { $0.contains("\"id\":\"FULL-") }
    #expect(answered > 0 && answered < 3000)
    #expect(kept == answered)
  }
}
