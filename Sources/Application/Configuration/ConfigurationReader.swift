// The keys of the configuration file, each with what it may hold.

import ApplicationRuntime
import Interface
import Screen
import Workflow

struct ConfigurationReader {
  let home: String?
  private(set) var configuration = Configuration()

  init(home: String?) { self.home = home }

  private enum Switch: String, CaseIterable {
    case on, off, `true`, `false`, yes, no

    var isOn: Bool { [.on, .true, .yes].contains(self) }
  }

  mutating func read(_ reader: inout MappingReader) {
    configuration.color = reader.choice("color", as: ColorOption.self)
    configuration.isASCII = reader.choice("ascii", as: Switch.self)?.isOn ?? false
    configuration.theme = reader.choice("theme", as: Theme.Name.self)
    configuration.usesMouse = reader.choice("mouse", as: Switch.self)?.isOn ?? true
    readUndoWindow(&reader)
    readStore(&reader)
    readKeys(&reader)
  }

  private mutating func readUndoWindow(_ reader: inout MappingReader) {
    guard let text = reader.text("undo-window", example: "5s") else { return }
    guard let option = DurationOption(argument: text), option.duration <= .seconds(600) else {
      reader.error(
        at: reader.location(ofValue: "undo-window"),
        "`undo-window` is no time of at most 10 minutes", "Write `undo-window: 5s`, or 0")
      return
    }
    configuration.undoWindow = option.duration
  }

  private mutating func readStore(_ reader: inout MappingReader) {
    guard let text = reader.text("store", example: "~/work/store.sqlite") else { return }
    var path = text
    if text.hasPrefix("~/"), let home { path = home + text.dropFirst() }
    guard path.hasPrefix("/") || path.hasPrefix("postgres") else {
      reader.error(
        at: reader.location(ofValue: "store"), "`store` is no whole path",
        "Write it from / or ~/ on, such as `~/work/store.sqlite`")
      return
    }
    configuration.store = path
  }

  // MARK: Keys

  private mutating func readKeys(_ reader: inout MappingReader) {
    guard let node = reader.node("keys") else { return }
    var spellings: [String: [String]] = [:]
    var places: [String: SourceLocation] = [:]
    _ = reader.mapping(node, example: "keys: { approve: A }") { inner -> Void? in
      for name in inner.keys {
        places[name] = inner.location(of: name)
        spellings[name] = Self.spellings(of: name, &inner)
      }
      return ()
    }
    let (table, errors) = ActionTable.standard.remapping(spellings)
    configuration.keys = table
    for error in errors {
      let name = error.actions.first { places[$0] != nil } ?? ""
      reader.error(
        at: places[name] ?? node.location, error.description, Self.remedy(for: error))
    }
  }

  /// One key, or a list of them.
  private static func spellings(of name: String, _ reader: inout MappingReader) -> [String] {
    if let node = reader.node(name), node.kind == "a list" {
      return reader.texts(name, example: "[\":\", ^P]")?.map(\.text) ?? []
    }
    return reader.requiredText(name, example: "A").map { [$0] } ?? []
  }

  private static func remedy(for error: ActionTableError) -> String {
    switch error {
    case .unknownAction(let name):
      let names = ActionName.allCases.map(\.rawValue)
      return "Write the name of an action" + Nearest.hint(to: name, among: names)
        + "; `countersign completions man` lists them"
    case .unknownKey: return "Write a key such as a, F5, ^D, Space, Enter or PgUp"
    case .neverBound: return "Choose another key: the terminal's multiplexer takes this one"
    case .typesText: return "Choose a key that types nothing, such as ^T or F5"
    case .collision: return "Give one of them another key"
    }
  }
}
