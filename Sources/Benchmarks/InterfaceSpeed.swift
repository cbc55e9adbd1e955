// How long a person waits for the screen, with a large store behind it, and what idling costs.

import ApplicationRuntime
import Foundation
import SQLiteStore
import Workflow
import WorkflowRuntime

/// The real program in a terminal: first frame, keys, and rest.
struct InterfaceSpeed {
  static let rows = 100_000
  private static let moves = 200
  private static let rest = Duration.seconds(5)
  private static let sizes = [(columns: 80, rows: 24), (columns: 120, rows: 40)]

  let folder: String

  struct Figures {
    var lines: [String] = []
    var description: String { lines.joined(separator: "\n") }
  }

  private var program: String {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appendingPathComponent("countersign").path
  }

  func measure() throws -> Figures {
    let store = folder + "/interface.sqlite"
    try prepare(store)
    var figures = Figures()
    for size in Self.sizes {
      figures.lines += try measure(store, columns: size.columns, rows: size.rows)
    }
    return figures
  }

  private func measure(_ store: String, columns: Int, rows: Int) throws -> [String] {
    let empty = try startOfNothing()
    let terminal = try PseudoTerminal(
      program, ["--store", store, "--as", "sam"], columns: columns, rows: rows)
    defer { terminal.end() }
    let start = terminal.output(until: "Inbox", quiet: .milliseconds(500))
    guard let shown = start.found else { return ["interface \(columns)x\(rows): no frame came"] }
    let first = terminal.startedAt.duration(to: shown)
    terminal.type("2")
    _ = terminal.output(until: "Reports", quiet: .milliseconds(500))
    let (waits, bytes) = move(in: terminal)
    let before = terminal.processorTime
    let written = terminal.output(quiet: Self.rest)
    let spent = terminal.processorTime - before
    let echo = try echo()
    let median = waits[waits.count / 2]
    return [
      """
      interface \(columns)x\(rows), \(Self.rows) rows: first frame after \(words(first)), \
      \(rounded(first.inSeconds / empty.inSeconds)) times a program that does nothing
        a key to its frame \(words(median)) (median), \(words(waits[waits.count * 99 / 100])) \
      (99th percentile); \(rounded(median.inSeconds / echo.inSeconds)) times the terminal's own echo
        moving the selection writes \(bytes[bytes.count / 2]) bytes (median), \(bytes.last ?? 0) at \
      most
        at rest for \(words(Self.rest)): \(words(spent)) of processor time, \(written.bytes) bytes
      """
    ]
  }

  /// Up and down in the middle of the list.
  private func move(in terminal: PseudoTerminal) -> (waits: [Duration], bytes: [Int]) {
    var (waits, bytes): ([Duration], [Int]) = ([], [])
    for key in ["G", "\u{15}", "\u{15}", "\u{15}"] {
      terminal.type(key)
      _ = terminal.output(quiet: .milliseconds(300))
    }
    for move in 0..<Self.moves {
      let began = ContinuousClock.now
      terminal.type(move / 8 % 2 == 0 ? "k" : "j")
      let output = terminal.output(quiet: .milliseconds(40))
      if let first = output.first { waits.append(began.duration(to: first)) }
      bytes.append(output.bytes)
    }
    return (waits.isEmpty ? [.zero] : waits.sorted(), bytes.sorted())
  }

  // MARK: What the machine needs by itself

  private func startOfNothing() throws -> Duration {
    let began = ContinuousClock.now
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return began.duration(to: .now)
  }

  /// Until a terminal shows a character that was typed.
  private func echo() throws -> Duration {
    let terminal = try PseudoTerminal("/bin/cat", [], columns: 80, rows: 24)
    defer { terminal.end() }
    var waits: [Duration] = []
    for _ in 0..<50 {
      let began = ContinuousClock.now
      terminal.type("x")
      if let first = terminal.output(quiet: .milliseconds(5)).first {
        waits.append(began.duration(to: first))
      }
    }
    waits.sort()
    return waits.isEmpty ? .microseconds(1) : max(.microseconds(1), waits[waits.count / 2])
  }

  // MARK: The store

  private func prepare(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["init", "--sample", "--store", path, "--quiet"]
    try process.run()
    process.waitUntilExit()
    let store = try SQLiteStore.open(at: path)
    defer { try? store.close() }
    for first in stride(from: 1, through: Self.rows, by: 1_000) {
      try store.write { transaction in
        for number in first..<first + 1_000 {
          let at = Timestamp(microseconds: Int64(946_684_800 + number) * 1_000_000)
          try transaction.insert(
            StoredDocument(
              id: DocumentID("TRIP-\(number)"), type: "expense-report", title: "Trip \(number)",
              originator: "sam", fields: #"{"purpose":"Trip \#(number)"}"#, lines: "[]",
              createdAt: at, changedAt: at), fingerprints: [])
        }
      }
    }
  }

  private func words(_ duration: Duration) -> String {
    rounded(duration.inSeconds * 1_000) + " ms"
  }
}
