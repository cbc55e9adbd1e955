// Two processes on one store: they see each other's changes, and one takes over from the other.

import Foundation
import Testing
import Workflow

@Suite("Two processes on one store", .serialized)
struct TwoProcessesTests {
  /// What must happen within a second is waited for much longer, and its time printed: the
  /// machine may be busy with other things.
  private static let patience = Duration.seconds(20)

  private static let report = """
    {"purpose":"Visit","costCenter":"4100","lines":[{"date":"2026-03-01","category":"travel",\
    "merchant":"DSB","amount":"340.00","receipts":["r.pdf"]}]}
    """

  private func makeReport(_ place: Place) throws -> String {
    let made = try place.ask("report", "new", "--file", "-", "--as", "sam", input: Self.report)
    return try #require(made.item["id"]?.string)
  }

  /// Waits until a running command has written a text, and tells how long it took.
  private func wait(
    for text: String, from name: String, in place: Place, since start: ContinuousClock.Instant,
    _ what: String
  ) throws {
    let came = Waiting.until(within: Self.patience, every: .milliseconds(2)) {
      (try? place.output(name))?.contains(text) ?? false
    }
    let seconds = (ContinuousClock.now - start).inSeconds
    print("two processes: \(what) after \(String(format: "%.3f", seconds)) s")
    #expect(came, "\(what): \(try? place.errors(name))")
  }

  private func runner(_ place: Place) throws -> Int64? {
    try place.ask("status", "--as", "carol").item["job"]?["process"]?.integer
  }

  /// A worker that has the right to run, or waits for it.
  private func startWorker(
    _ name: String, _ place: Place, isJob: Bool = false
  ) throws -> RunningProgram {
    let worker = try place.start(name, ["worker", "--as", "carol"], isJob: isJob)
    let isUp = Waiting.until(within: Self.patience) {
      (try? place.errors(name))?.contains("runs on") ?? false
    }
    try #require(isUp)
    return worker
  }

  @Test("each sees what the other does within a second")
  func seeing() throws {
    let place = try Place.sample()
    let id = try makeReport(place)
    let following = ["history", id, "--follow", "--output", "jsonl", "--as", "sam"]
    let follower = try place.start("history", following)
    let watcher = try place.start(
      "watch", ["queue", "watch", "--output", "jsonl", "--as", "carol"])
    var start = ContinuousClock.now
    try wait(
      for: "\"event\":\"created\"", from: "history", in: place, since: start, "a follower begins")
    let worker = try startWorker("worker", place)
    start = ContinuousClock.now
    try place.run("comment", id, "Look at this", "--as", "sam")
    try wait(for: "Look at this", from: "history", in: place, since: start, "a comment is seen")
    // A command posts, the worker handles it, a third process shows it.
    start = ContinuousClock.now
    try place.run("submit", id, "--as", "sam", "--no-run")
    try wait(
      for: "\"event\":\"workItemsCreated\"", from: "history", in: place, since: start,
      "a post is handled by another process")
    try wait(
      for: "\"type\":\"activation\"", from: "watch", in: place, since: start,
      "the queue is seen elsewhere")
    // The command waits for the worker and tells the outcome.
    start = ContinuousClock.now
    let completed = try place.ask("complete", id, "--as", "ivan")
    print("two processes: a command that waits took \((ContinuousClock.now - start).inSeconds) s")
    #expect(completed.item["handled"] == true)
    for program in [follower, watcher, worker] {
      program.send(SIGTERM)
      #expect(program.waitForEnd(within: Self.patience) == 0)
    }
  }

  @Test("nothing is processed twice, whoever processes it")
  func onceOnly() throws {
    let place = try Place.sample()
    let workers = [try startWorker("one", place), try startWorker("two", place)]
    var ids: [String] = []
    for _ in 0..<8 {
      let id = try makeReport(place)
      ids.append(id)
      try place.run("submit", id, "--as", "sam", "--no-run")
    }
    for id in ids {
      let completed = try place.ask("complete", id, "--as", "ivan")
      #expect(completed.item["ok"] == true, "\(completed.errors)")
      #expect(try place.ask("approve", id, "--as", "frank").item["ok"] == true)
    }
    // The commands ran while workers had the right; both end cleanly.
    for worker in workers {
      worker.send(SIGTERM)
      #expect(worker.waitForEnd(within: Self.patience) == 0)
    }
    let audit = try StoreAudit(path: place.store)
    #expect(audit.statuses.values.allSatisfy { $0 == "paid" })
    try audit.checkJournal(paid: Set(ids))
    audit.checkNothingTwice()
    audit.checkHistory()
    audit.checkQueueIsEmpty()
  }

  @Test("when the process that runs the batch job is killed, the other takes over")
  func takingOver() throws {
    let place = try Place.sample()
    let id = try makeReport(place)
    let workers = [try startWorker("one", place), try startWorker("two", place)]
    let running = Waiting.until(within: Self.patience) { (try? runner(place)) ?? nil != nil }
    try #require(running)
    let first = try #require(try runner(place))
    let dying = try #require(workers.first { Int64($0.process) == first })
    let other = try #require(workers.first { Int64($0.process) != first })
    let follower = try place.start(
      "history", ["history", id, "--follow", "--output", "jsonl", "--as", "sam"])
    try wait(
      for: "\"event\":\"created\"", from: "history", in: place, since: .now, "a follower begins")

    let start = ContinuousClock.now
    dying.send(SIGKILL)
    try place.run("submit", id, "--as", "sam", "--no-run")
    try wait(
      for: "\"event\":\"workItemsCreated\"", from: "history", in: place, since: start,
      "a post after the kill is handled by the other")
    #expect(dying.waitForEnd(within: Self.patience) == 1000 + SIGKILL)
    let hasTaken = Waiting.until(within: Self.patience, every: .milliseconds(2)) {
      ((try? runner(place)) ?? nil) == Int64(other.process)
    }
    #expect(hasTaken)
    print(
      "two processes: the other is told as runner after \((ContinuousClock.now - start).inSeconds) s"
    )
    for program in [other, follower] {
      program.send(SIGTERM)
      #expect(program.waitForEnd(within: Self.patience) == 0)
    }
  }

  @Test(
    "a batch asks the process that has the right to run to yield; when it cannot, nothing is done")
  func batchNeedsTheRight() throws {
    let place = try Place.sample()
    let ids = try [makeReport(place), makeReport(place)]
    let worker = try startWorker("worker", place)
    let running = Waiting.until(within: Self.patience) { (try? runner(place)) ?? nil != nil }
    try #require(running)
    func line(_ id: String) -> String {
      "{\"as\":\"sam\",\"do\":\"submit\",\"document\":\"\(id)\"}\n"
    }

    // One that is stopped keeps its lock and answers nothing.
    worker.send(SIGSTOP)
    let busy = try place.run(
      ["batch", "--as", "carol", "--wait", "1s", "--output", "json"], input: line(ids[0]))
    #expect(busy.status == 75 && busy.errorCode == "tryAgain", "\(busy.errors)")
    #expect(busy.output.isEmpty)

    worker.send(SIGCONT)
    for id in ids {
      let free = try place.run(["batch", "--as", "carol"], input: line(id))
      #expect(free.status == 0 && free.output.contains("\"status\":\"inReview\""), "\(free)")
      let isBack = Waiting.until(within: Self.patience) {
        ((try? runner(place)) ?? nil) == Int64(worker.process)
      }
      #expect(isBack, "the worker takes the right back after the batch")
    }
    worker.send(SIGTERM)
    #expect(worker.waitForEnd(within: Self.patience) == 0)
  }

  @Test("Ctrl-Z gives the batch job's locks up before the process stops; continued, it works on")
  func suspended() throws {
    let place = try Place.sample()
    let ids = try [makeReport(place), makeReport(place)]
    let worker = try startWorker("worker", place, isJob: true)
    let isRunning = Waiting.until(within: Self.patience) { (try? runner(place)) ?? nil != nil }
    try #require(isRunning)
    worker.send(SIGTSTP)
    #expect(Waiting.until(within: Self.patience) { worker.isStopped })
    // The right is free: a command drives the job by itself, at once.
    let submitted = try place.ask("submit", ids[0], "--as", "sam", "--wait", "1s")
    #expect(submitted.item["handled"] == true, "\(submitted.errors)")
    worker.send(SIGCONT)
    let isBack = Waiting.until(within: Self.patience) {
      ((try? runner(place)) ?? nil) == Int64(worker.process)
    }
    #expect(isBack)
    #expect(try place.ask("submit", ids[1], "--as", "sam").item["handled"] == true)
    worker.send(SIGTERM)
    #expect(worker.waitForEnd(within: Self.patience) == 0)
  }

  @Test("Ctrl-Z in a batch gives its locks up between two commits; continued, it goes on")
  func suspendedBatch() throws {
    let place = try Place.sample()
    let ids = try [makeReport(place), makeReport(place)]
    let pipe = place.folder + "/lines"
    try #require(mkfifo(pipe, 0o600) == 0)
    let lines = open(pipe, O_RDWR | O_CLOEXEC)
    try #require(lines >= 0)
    let batch = try place.start("batch", ["batch", "--as", "carol"], inputFile: pipe, isJob: true)
    let isRunning = Waiting.until(within: Self.patience) {
      ((try? runner(place)) ?? nil) == Int64(batch.process)
    }
    try #require(isRunning)
    batch.send(SIGTSTP)
    #expect(Waiting.until(within: Self.patience) { batch.isStopped })
    let submitted = try place.ask("submit", ids[0], "--as", "sam", "--wait", "1s")
    #expect(submitted.item["handled"] == true, "\(submitted.errors)")
    batch.send(SIGCONT)
    let line = "{\"as\":\"sam\",\"do\":\"submit\",\"document\":\"\(ids[1])\"}\n"
    #expect(write(lines, line, line.utf8.count) == line.utf8.count)
    try wait(
      for: "\"status\":\"inReview\"", from: "batch", in: place, since: .now,
      "a line of a continued batch is answered")
    close(lines)
    #expect(batch.waitForEnd(within: Self.patience) == 0)
  }

  @Test("a batch keeps the right to its end and answers at once; another one does nothing")
  func twoBatches() throws {
    let place = try Place.sample()
    let id = try makeReport(place)
    let line = "{\"as\":\"sam\",\"do\":\"submit\",\"document\":\"\(id)\"}\n"
    let pipe = place.folder + "/lines"
    try #require(mkfifo(pipe, 0o600) == 0)
    // Open for both, so that neither side waits for the other.
    let lines = open(pipe, O_RDWR | O_CLOEXEC)
    try #require(lines >= 0)
    let first = try place.start("first", ["batch", "--as", "carol"], inputFile: pipe)
    let isRunning = Waiting.until(within: Self.patience) {
      ((try? runner(place)) ?? nil) == Int64(first.process)
    }
    try #require(isRunning)
    let second = try place.run(
      ["batch", "--as", "carol", "--wait", "1s", "--output", "json"], input: line)
    #expect(second.status == 75 && second.errorCode == "tryAgain", "\(second.errors)")
    #expect(second.output.isEmpty)
    #expect(write(lines, line, line.utf8.count) == line.utf8.count)
    try wait(
      for: "\"status\":\"inReview\"", from: "first", in: place, since: .now,
      "a line of an open batch is answered")
    close(lines)
    #expect(first.waitForEnd(within: Self.patience) == 0)
  }
}
