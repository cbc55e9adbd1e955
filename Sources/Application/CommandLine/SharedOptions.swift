// The options that every command takes, before or after its name.

import ArgumentParser

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl
}

/// When colours are used.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

struct SharedOptions: ParsableArguments {
  /// The heading under which a help lists them.
  static let title = "Shared Options"

  @Option(
    help: ArgumentHelp(
      "The store's path (else COUNTERSIGN_STORE, else under XDG_DATA_HOME).", valueName: "path"))
  var store: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Act as another person; recorded as such.", valueName: "person"))
  var actingAs: String?

  @Option(help: "How results are written: text, json or jsonl.")
  var output: OutputFormat = .text

  @Option(help: ArgumentHelp("Words that go with the action.", valueName: "text"))
  var comment: String?

  @Option(
    help: ArgumentHelp("The same key again changes nothing (one action).", valueName: "text"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "Only what fits: words, !word, field:word, amount>500, from:sam.", valueName: "filter"))
  var filter: String?

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Go on behind this cursor of the list before.", valueName: "cursor"))
  var after: String?

  @Option(help: "Colours: auto, always or never.")
  var color: ColorOption?

  @Flag(help: "Only ASCII characters.")
  var ascii = false

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Say nothing but results and errors.")
  var quiet = false

  @Flag(help: "Say more on standard error.")
  var verbose = false

  @Option(
    help: ArgumentHelp("Move the clock of a test-clock store first.", valueName: "time"))
  var now: String?

  @Option(
    help: ArgumentHelp("How long to wait for another process, as 10s.", valueName: "duration"))
  var wait: DurationOption = DurationOption(.seconds(10))

  @Flag(help: "Only post; leave what follows to the batch job.")
  var noRun = false

  @Option(
    help: ArgumentHelp(
      "How long an answer can be taken back, as 5s; 10m at most.", valueName: "duration"))
  var undoWindow: DurationOption?

  @Flag(help: "Look, never act.")
  var readOnly = false

  @Flag(help: "Pages line by line instead of a screen.")
  var linear = false

  /// The options that a value follows; the order of arguments depends on it.
  static let namesWithValue: Set<String> = [
    "--store", "--as", "--output", "--comment", "--key", "--filter", "--limit", "--after",
    "--color", "--now", "--wait", "--undo-window",
  ]

  mutating func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if let key, key.isEmpty || key.utf8.count > 200 {
      throw ValidationError("--key must have 1 to 200 bytes.")
    }
  }
}
