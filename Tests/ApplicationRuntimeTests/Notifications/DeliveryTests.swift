// Mails and commands: durable, in order, tried again, and never in anybody's way (SPEC 10).

import Foundation
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// One after another: a program that is written while another one is started is busy.
@Suite(.serialized) struct DeliveryTests {
  /// Keeps each mail under its key, and writes down in which order they came.
  private static let sendmail = """
    cat > "$DIR/$COUNTERSIGN_KEY"
    echo "$COUNTERSIGN_KEY" >> "$DIR/keys"
    for last; do :; done
    echo "$last" >> "$DIR/to"
    """

  private func bench(
    _ folder: ProgramFolder, transport: String = "mail", _ more: String = ""
  ) throws -> Bench {
    let bench = try Bench(Elements.manager)
    let settings =
      transport == "mail"
      ? "mail: { from: w@example.org, sendmail: \(folder.program)\(more) }"
      : "command: { run: [\(folder.program), --now]\(more) }"
    let organization = Bench.organization
      .replacing("name: Frank Berg,", with: "name: Frank Berg, mail: frank@example.org,")
      .replacing("name: Sam Holt,", with: "name: Sam Holt, mail: sam@example.org,")
    try bench.engine.loadOrganization(
      organization + "\nnotifications: { \(settings) }", file: "o.yaml", by: Bench.root)
    return bench
  }

  @Test("A mail is handed to sendmail, once, named by its key")
  func mail() throws {
    let folder = try ProgramFolder(Self.sendmail)
    let bench = try bench(folder)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    try bench.deliver()
    try bench.deliver()
    #expect(
      try bench.deliveries() == ["frank mail delivered 1", "sam mail delivered 1"])
    #expect(Set(folder.lines("to")) == ["frank@example.org", "sam@example.org"])
    let keys = folder.lines("keys")
    #expect(Set(keys).count == 2)
    let mail = keys.map { folder.text($0) }.first { $0.contains("To: \"Sam Holt\"") } ?? ""
    let key = mail.components(separatedBy: "X-Countersign-Key: ").last?.prefix { $0 != "\n" } ?? ""
    #expect(keys.contains(String(key)) && mail.contains("Message-ID: <\(key)@example.org>"))
    #expect(mail.contains("is approved."))
  }

  @Test("A command gets JSON on its input and the key in its environment, and nothing of ours")
  func command() throws {
    let folder = try ProgramFolder(
      "cat > \"$DIR/json\"; env > \"$DIR/env\"; echo \"$@\" > \"$DIR/arguments\"")
    let bench = try bench(folder, transport: "command")
    setenv("COUNTERSIGN_TEST_SECRET", "x", 1)
    _ = try bench.underWay()
    try bench.deliver()
    let json = try JSON(parsing: folder.text("json"))
    #expect(json["event"] == .string("assigned") && json["person"] == .string("frank"))
    #expect(json["document"] == .string("NO-000001") && json["workItem"] == .string("W-000001"))
    #expect(json["step"] == .string("manager") && json["name"] == .string("Frank Berg"))
    let environment = folder.lines("env")
    let key = try #require(environment.first { $0.hasPrefix("COUNTERSIGN_KEY=") })
    #expect(json["key"] == .string(String(key.dropFirst(16))))
    #expect(!environment.contains { $0.contains("SECRET") })
    #expect(folder.lines("arguments") == ["--now"])
  }

  @Test("One that fails is tried again with the same key and growing delay; then it is given up")
  func retries() throws {
    let folder = try ProgramFolder(
      "echo \"$COUNTERSIGN_KEY\" >> \"$DIR/keys\"; printf '\\033[31mno\\nmore' >&2; exit 75")
    let bench = try bench(folder)
    let id = try bench.underWay()
    try bench.deliver()
    #expect(
      try bench.deliveries() == [
        "frank mail waiting 1: \(folder.program): exit status 75: \u{FFFD}[31mno"
      ])
    try bench.deliver()
    #expect(folder.lines("keys").count == 1)
    // The instance is not held up by it.
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.status(id) == .approved)
    var waits: [Duration] = []
    while let next = try bench.store.read({ try $0.nextDeliveryTime() }) {
      waits.append(next.duration(since: bench.clock.now()))
      bench.clock.advance(to: next)
      try bench.deliver()
    }
    #expect(Set(folder.lines("keys")).count == 2 && folder.lines("keys").count == 12)
    #expect(try bench.deliveries().allSatisfy { $0.contains("failed 6") })
    #expect(waits.max() == .seconds(2_560))
  }

  @Test("What follows to the same person waits for its turn; others are not held up")
  func order() throws {
    let folder = try ProgramFolder("exit 1")
    let bench = try bench(folder)
    let first = try bench.underWay()
    _ = try bench.underWay()
    try bench.act(.approve, first, by: "frank")
    try bench.run()
    try bench.deliver()
    #expect(
      try bench.deliveries().map { $0.prefix { $0 != ":" } } == [
        "frank mail waiting 1", "frank mail waiting 0", "sam mail waiting 1",
      ])
    try folder.replace(Self.sendmail)
    bench.clock.advance(by: .seconds(10))
    try bench.deliver()
    #expect(try bench.deliveries().allSatisfy { $0.contains("delivered") })
    let toFrank = folder.lines("keys").filter { folder.text($0).contains("frank@") }
    #expect(toFrank.count == 2 && toFrank == toFrank.sorted())
  }

  @Test("A program that hangs is killed with its whole group when its time is over")
  func timeout() throws {
    let folder = try ProgramFolder("sleep 60 & echo $! > \"$DIR/child\"; wait")
    let bench = try bench(folder, ", timeout: 1 second")
    _ = try bench.underWay()
    try bench.deliver()
    #expect(try bench.deliveries()[0].contains("no end within 1.0 seconds"))
    let child = try #require(folder.lines("child").first.flatMap { Int32($0) })
    // Who is killed is gone soon, not at once.
    let deadline = ContinuousClock.now.advanced(by: .seconds(10))
    while kill(child, 0) == 0, !isZombie(child), ContinuousClock.now < deadline { usleep(10_000) }
    #expect(kill(child, 0) != 0 || isZombie(child))
  }

  private func isZombie(_ process: Int32) -> Bool {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z"
    return stat.contains(") Z")
  }

  @Test("A process that dies in the middle leaves a delivery that is made again with the same key")
  func dead() throws {
    let folder = try ProgramFolder(Self.sendmail)
    let bench = try bench(folder)
    _ = try bench.underWay()
    // The program ran, and the process died before it could record that.
    bench.store.inject(.crash, at: .beforeCommit, after: 1)
    try? bench.deliver()
    let keys = folder.lines("keys")
    #expect(keys.count == 1)
    bench.restart()
    #expect(try bench.deliveries() == ["frank mail running 1"])
    try bench.deliver()
    #expect(try bench.deliveries() == ["frank mail delivered 2"])
    #expect(folder.lines("keys") == keys + keys)
  }

  @Test("A delivery that ends process after process is given up")
  func poison() throws {
    let folder = try ProgramFolder(Self.sendmail)
    let bench = try bench(folder)
    _ = try bench.underWay()
    for _ in 0..<6 {
      bench.store.inject(.crash, at: .beforeCommit, after: 1)
      try? bench.deliver()
      bench.restart()
    }
    try bench.deliver()
    #expect(try bench.deliveries() == ["frank mail failed 6: no try came to its end"])
  }

  @Test("Without an address, or a transport, it is given up at once, and says why")
  func hopeless() throws {
    let folder = try ProgramFolder(Self.sendmail)
    let bench = try bench(folder)
    _ = try bench.underWay()
    try bench.load("notifications: { mail: { from: w@example.org, sendmail: \(folder.program) } }")
    _ = try bench.underWay()
    try bench.deliver()
    let deliveries = try bench.deliveries()
    #expect(deliveries.count == 2)
    #expect(
      deliveries.allSatisfy { $0.contains("failed 1: Frank Berg has no mail") }, "\(deliveries)")
    #expect(folder.lines("keys").isEmpty)
  }

  @Test("While the batch job is paused nothing is sent")
  func paused() throws {
    let folder = try ProgramFolder(Self.sendmail)
    let bench = try bench(folder)
    _ = try bench.underWay()
    try bench.engine.pause(by: Bench.root)
    try bench.deliver()
    #expect(try bench.deliveries() == ["frank mail waiting 0"])
    try bench.engine.continue(by: Bench.root)
    try bench.deliver()
    #expect(try bench.deliveries() == ["frank mail delivered 1"])
  }

  @Test("Mail is sent for the events that the organisation says, or the person")
  func preferences() throws {
    let folder = try ProgramFolder(Self.sendmail)
    let bench = try bench(folder, ", events: [completed]")
    try bench.engine.setNotifications(of: [.completed], by: .mail, to: false, as: Actor("sam"))
    try bench.engine.setNotifications(of: [.assigned], by: .mail, to: true, as: Actor("frank"))
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.deliveries() == ["frank mail waiting 0"])
    #expect(try bench.events(toldTo: "sam") == [.completed])
  }

  @Test("The background job delivers what is committed, and ends what runs when it is stopped")
  func background() throws {
    let folder = try ProgramFolder("echo x >> \"$DIR/began\"; sleep 60")
    let bench = try bench(folder)
    bench.engine.startBatchJob()
    _ = try bench.submitted()
    let deadline = ContinuousClock.now.advanced(by: .seconds(20))
    while folder.lines("began").isEmpty, ContinuousClock.now < deadline { usleep(20_000) }
    #expect(folder.lines("began").count == 1)
    let before = ContinuousClock.now
    bench.engine.stopBatchJob()
    #expect(ContinuousClock.now - before < .seconds(10))
    #expect(try bench.deliveries() == ["frank mail running 1"])
    try folder.replace(Self.sendmail)
    try bench.deliver()
    #expect(try bench.deliveries() == ["frank mail delivered 2"])
  }

  @Test("Administrators see the deliveries to others, with the reason of those that failed")
  func shown() throws {
    let folder = try ProgramFolder("exit 3")
    let bench = try bench(folder)
    _ = try bench.underWay()
    try bench.deliver()
    #expect(throws: EngineError.self) {
      try bench.engine.deliveries(to: nil, as: Actor("sam"), limit: 9)
    }
    let row = try #require(
      try bench.engine.deliveries(to: nil, as: Bench.root, limit: 9).rows.first)
    #expect(row.person == "frank" && row.state == .waiting && row.attempts == 1)
    #expect(row.error?.hasSuffix("exit status 3") == true && row.dueAt != nil)
    #expect(try bench.engine.deliveries(to: "frank", as: Actor("frank"), limit: 9).rows == [row])
  }
}
