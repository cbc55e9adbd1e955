// The program on a real terminal: a private tmux server that is typed into and read from.

import Foundation
import Testing

/// A pane of a tmux server of its own. The shell in it runs the program, notes how it ended and
/// the terminal's modes before and after, and waits.
final class TmuxScreen {
  struct NotSeen: Error, CustomStringConvertible {
    let description: String
  }

  static let isInstalled = path != nil

  private static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    .split(separator: ":").map { $0 + "/tmux" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// So long anything may take on a machine that is busy with other things.
  static let patience = Duration.seconds(30)

  private let place: Place
  private let socket = "countersign-" + String(UUID().uuidString.prefix(8))
  private var count = 0

  /// Starts the program with those words.
  init(
    _ place: Place, _ words: [String], columns: Int = 80, rows: Int = 24,
    variables: [String: String] = [:], hasJobControl: Bool = false
  ) throws {
    self.place = place
    let own = [
      "HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config",
      "XDG_STATE_HOME": "state",
    ].mapValues { place.folder + "/" + $0 }.merging(variables) { _, new in new }
    let settings = own.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
    let command = ([Repository.binary] + words).map { "'\($0)'" }.joined(separator: " ")
    try place.file(
      "pane.sh",
      """
      # A terminal that is not taken over sends ^C to the shell, too.
      trap : INT
      cd '\(place.folder)' && stty -g > modes-before
      \(hasJobControl ? "set -m" : "")
      env \(settings.joined(separator: " ")) \(command)
      status=$?
      while [ $status = 148 ]; do
        stty -g > modes-stopped; echo "stopped, Enter goes on"; read answer
        fg; status=$?
      done
      echo "ended with $status"; stty -g > modes-after
      echo "modes noted"; exec sleep 600
      """)
    try tmux(
      "new-session", "-d", "-s", "pane", "-x", String(columns), "-y", String(rows),
      "exec sh \(place.folder)/pane.sh")
  }

  deinit {
    // The program ends first, in its own way, so that a demo removes its store.
    if let program = try? self.program() {
      kill(program, SIGTERM)
      _ = Waiting.until(within: .seconds(5)) { kill(program, 0) != 0 }
    }
    _ = try? tmux("kill-server")
  }

  // MARK: Typing

  /// Presses keys by the names that tmux has for them: `Enter`, `Tab`, `C-s`.
  func press(_ keys: String...) throws { try tmux(["send-keys", "-t", "pane"] + keys) }

  /// Types text.
  func type(_ text: String) throws { try tmux("send-keys", "-t", "pane", "-l", "--", text) }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-t", "pane", "-x", String(columns), "-y", String(rows))
  }

  /// Presses the mouse's left button on a cell, counted from 0, as a terminal tells it.
  func click(column: Int, row: Int) throws {
    for button in [" ", "#"] {
      let place = [column, row].map { String(UnicodeScalar(UInt8(33 + $0))) }.joined()
      try tmux("send-keys", "-t", "pane", "-l", "--", "\u{1B}[M" + button + place)
    }
  }

  /// Closes the terminal, as if its window were.
  func close() throws { try tmux("kill-server") }

  // MARK: Reading

  /// The screen with the codes of its attributes and colours.
  var styledText: String { get throws { try tmux("capture-pane", "-e", "-p", "-t", "pane") } }

  /// The first line that has the words, counted from 0.
  func row(with words: String) throws -> Int? {
    try text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(words) }
  }

  /// Where the words begin in a line.
  func column(of words: String, inRow row: Int) throws -> Int? {
    let lines = try text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(row), let range = lines[row].range(of: words) else { return nil }
    return lines[row].distance(from: lines[row].startIndex, to: range.lowerBound)
  }

  /// What is on the screen.
  var text: String { get throws { try tmux("capture-pane", "-p", "-t", "pane") } }

  /// A line of the screen that has the words.
  func line(with words: String) throws -> String? {
    try text.split(separator: "\n").map(String.init).first { $0.contains(words) }
  }

  /// Waits until all the texts are on the screen at once.
  func wait(
    for texts: String..., within patience: Duration = TmuxScreen.patience,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(until: texts.joined(separator: " + "), within: patience, sourceLocation) { screen in
      texts.allSatisfy { screen.contains($0) }
    }
  }

  /// Waits until the text is not on the screen any more.
  func wait(
    untilGone text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(until: "no \(text)", within: Self.patience, sourceLocation) { !$0.contains(text) }
  }

  /// Waits until one line has all the words.
  func wait(
    forLine words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let name = "a line with " + words.joined(separator: " + ")
    try wait(until: name, within: Self.patience, sourceLocation) { screen in
      screen.split(separator: "\n").contains { line in words.allSatisfy { line.contains($0) } }
    }
  }

  private func wait(
    until name: String, within patience: Duration, _ sourceLocation: SourceLocation,
    _ holds: (String) -> Bool
  ) throws {
    var last = ""
    let isSeen = try Waiting.until(within: patience, every: .milliseconds(40)) {
      last = try text
      return holds(last)
    }
    guard !isSeen else { return }
    Issue.record("not seen: \(name)\n\(last)", sourceLocation: sourceLocation)
    throw NotSeen(description: name)
  }

  /// What the program left of its modes: alternate screen, cursor, mouse.
  var modes: String {
    get throws {
      try tmux(
        "display-message", "-p", "-t", "pane", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"
      ).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  // MARK: The program

  /// Whether a process is there and has not ended, waited for or not.
  static func isRunning(_ process: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = status.lastIndex(of: ")")
    else { return false }
    return status[end...].split(separator: " ").dropFirst().first != "Z"
  }

  /// The process of the program; nil when it has ended.
  func program() throws -> pid_t? {
    let shell = try tmux("display-message", "-p", "-t", "pane", "#{pane_pid}")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    let children = processes.compactMap { pid_t($0) }.filter { process in
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let end = status.lastIndex(of: ")")
      else { return false }
      // After the name: the state, then the parent.
      return status[end...].split(separator: " ").dropFirst(2).first.map(String.init) == shell
    }
    return children.first
  }

  /// Waits until the program has ended, and checks that the terminal is as it was before.
  func expectCleanEnd(
    status: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(for: "ended with \(status)", "modes noted", sourceLocation: sourceLocation)
    let before = try place.bytes(place.folder + "/modes-before")
    let after = try place.bytes(place.folder + "/modes-after")
    #expect(
      String(decoding: before, as: UTF8.self) == String(decoding: after, as: UTF8.self),
      sourceLocation: sourceLocation)
    #expect(try modes == "0 1 0", sourceLocation: sourceLocation)
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ words: String...) throws -> String { try tmux(words) }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    count += 1
    let file = place.folder + "/tmux-\(count).out"
    defer { unlink(file) }
    let command = TmuxCommand(
      path: Self.path ?? "tmux",
      variables: [
        "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TMUX_TMPDIR": place.folder,
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "SHELL": "/bin/sh",
      ])
    try command.run(["-L", socket, "-f", "/dev/null"] + words, output: file)
    return String(decoding: try place.bytes(file), as: UTF8.self)
  }
}
