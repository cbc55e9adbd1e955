// Commands at the prompt: rows by number, verbs by name or key, filter, help.

import ApplicationRuntime

extension LinearState {
  /// Actions that only move a cursor or a screen about.
  static let withoutMeaning: Set<ActionName> = [
    .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .halfPageUp, .halfPageDown,
    .help, .filter, .palette, .redraw, .suspend, .interrupt, .escape,
  ]

  mutating func command(_ line: String) -> [Effect] {
    let command = LinearCommand(line)
    if command != .more { rest = [] }
    switch command {
    case .nothing: break
    case .rows(let numbers): return select(numbers)
    case .verb(let name, let numbers): return run(name, rows: numbers)
    case .choosing(let name, let words): return run(name, choosing: words)
    case .filter(let text): filter(text)
    case .help(let words): tellVerbs(matching: words)
    case .page:
      wantsPage = true
      // From the first row on, whatever was read last.
      interface.page.list?.move(by: -ListWindow.wholeList)
    case .more: if rest.isEmpty { more() } else { tellRest() }
    case .unreadable(let text):
      say("“\(text)” is no number of a row. Rows are named as in: approve 3 5-7")
    }
    return []
  }

  private mutating func filter(_ text: String) {
    guard interface.page.list != nil else { return say("There is no list here to be filtered.") }
    interface.page.list?.set(filter: text.isEmpty ? .none : RowFilter(text))
    wantsPage = true
  }

  // MARK: Rows

  /// One number selects, several mark.
  private mutating func select(_ numbers: [Int]) -> [Effect] {
    guard let ids = rows(numbers) else { return [] }
    if ids.count == 1 {
      interface.page.list?.selection = ids[0]
      interface.strayed = nil
      wantsSelection = true
    } else {
      interface.page.list?.mark(only: ids)
      say("Marked \(plural(ids.count, "row")).")
    }
    return []
  }

  /// The rows of these numbers; nil, and a sentence, where one of them is not there.
  private mutating func rows(_ numbers: [Int]) -> [String]? {
    guard let list = interface.page.list else {
      say("There are no rows here.")
      return nil
    }
    let shown = Set(list.visible.map(\.id))
    var ids: [String] = []
    for number in numbers {
      guard let id = written.row(number) else {
        say("There is no row \(number). list shows the rows.")
        return nil
      }
      guard shown.contains(id) else {
        say(
          list.reach == nil
            ? "Row \(number) is not there any more. list shows the rows."
            : "Row \(number) is too far back, or gone. list begins again at the first row.")
        return nil
      }
      ids.append(id)
    }
    return ids
  }

  // MARK: Verbs

  private mutating func run(_ name: String, rows numbers: [Int]) -> [Effect] {
    guard let action = action(name) else { return [] }
    if !numbers.isEmpty {
      guard let ids = rows(numbers) else { return [] }
      if ids.count > 1 || action.name == .mark {
        interface.page.list?.mark(only: ids)
        marksAreOfVerb = action.name != .mark
        if action.name == .mark {
          say("Marked \(plural(ids.count, "row")).")
          return []
        }
      } else {
        interface.page.list?.clearMarks()
        interface.page.list?.selection = ids[0]
        interface.strayed = nil
      }
      // What may be done depends on the row, and its preview is read first.
      pending = action.name
      return interface.settled()
    }
    return perform(action)
  }

  /// Only what does nothing but ask for one of several takes words: `person Carol Dahl`.
  private static let choices: Set<ActionName> = [.person, .sort, .savedFilters, .new]

  private mutating func run(_ name: String, choosing words: String) -> [Effect] {
    guard let action = action(name) else { return [] }
    guard Self.choices.contains(action.name) else {
      say("“\(words)” is no number of a row. Rows are named as in: approve 3 5-7")
      return []
    }
    let effects = perform(action)
    if case .chooser = interface.overlay { chosenWords = words }
    return effects
  }

  /// Runs the action that waited for its row to be read.
  package mutating func goOn() -> [Effect] {
    if let words = chosenWords {
      chosenWords = nil
      return choose(words) + interface.settled()
    }
    guard let name = pending else { return [] }
    pending = nil
    guard let action = interface.setup.table.action(name, in: interface.page.kind) else {
      return []
    }
    return perform(action) + interface.settled()
  }

  private mutating func perform(_ action: PageAction) -> [Effect] {
    if action.name == .back, interface.pages.count == 1 {
      say("This is a top page; quit leaves.")
      return []
    }
    guard action.availability(interface).isOn else { return interface.run(action) }
    let effects = interface.run(action)
    // After an answer one sentence says what became of it; everything else may change the page.
    wantsPage = wantsPage || !Self.isTold(action, effects)
    return effects
  }

  private static func isTold(_ action: PageAction, _ effects: [Effect]) -> Bool {
    if action.name == .hold || action.name == .mark || action.name == .markAll { return true }
    return effects.contains { effect in
      switch effect {
      case .perform, .job, .delete, .copy, .colleagues: true
      default: false
      }
    }
  }

  /// The action with this key or name, or the only one whose name begins so.
  private mutating func action(_ typed: String) -> PageAction? {
    let offered = verbs
    if let byKey = offered.first(where: { $0.keys.contains { $0.spelling == typed } }) {
      return byKey
    }
    let name = typed.lowercased()
    if let exact = offered.first(where: { $0.name.rawValue == name || $0.label == name }) {
      return exact
    }
    let beginning = offered.filter { $0.name.rawValue.hasPrefix(name) }
    if beginning.count == 1 { return beginning[0] }
    if beginning.isEmpty {
      say(elsewhere(typed) ?? "There is nothing called “\(typed)” here. ? lists what can be done.")
    } else {
      say("“\(typed)” may be \(beginning.map(\.name.rawValue).joined(separator: " or ")).")
    }
    return nil
  }

  /// Which pages have what is not here.
  private func elsewhere(_ typed: String) -> String? {
    let entries = PaletteEntry.elsewhere(interface, than: interface.page.kind)
    guard let entry = entries.first(where: { $0.action.name.rawValue == typed.lowercased() }),
      let place = entry.place
    else { return nil }
    return "“\(typed)” is not for this page; it is \(place)."
  }

  /// What can be done here, each once.
  var verbs: [PageAction] {
    var seen = Set<ActionName>()
    return interface.setup.table.actions(in: interface.page.kind).filter {
      !Self.withoutMeaning.contains($0.name) && $0.availability(interface) != .absent
        && seen.insert($0.name).inserted
    }
  }

  /// The keys that can be typed as a verb: a digit is the number of a row.
  private static func keys(of action: PageAction) -> String {
    let typed = action.keys.map(\.spelling).filter { spelling in
      spelling.count == 1 && spelling.first?.isNumber == false
    }
    return typed.isEmpty ? "" : " (" + typed.joined(separator: " ") + ")"
  }

  mutating func tellVerbs(matching words: String) {
    let search = words.foldedForFilter.split(separator: " ")
    let found = verbs.filter { action in
      let text = "\(action.name.rawValue) \(action.label) \(action.help)".foldedForFilter
      return search.allSatisfy { text.contains($0) }
    }
    if found.isEmpty { return say("Nothing that can be done here has that in it.") }
    let interface = interface
    var lines = found.filter { $0.availability(interface).isOn }.map {
      $0.name.rawValue + Self.keys(of: $0) + ": " + $0.help
    }
    for action in found {
      guard let reason = action.availability(interface).reason else { continue }
      lines.append("\(action.name.rawValue)\(Self.keys(of: action)) is off: \(reason).")
    }
    if search.isEmpty {
      lines += [
        "A number selects a row; numbers after a verb say what it is for: approve 3 5-7.",
        "Words after a verb choose: person Carol Dahl.",
        "/text filters, / alone shows all, list and more show the rows, back, quit.",
      ]
    }
    rest = lines
    tellRest()
  }

  /// So many lines at once can be followed.
  private mutating func tellRest() {
    for line in rest.prefix(Self.portion) { say(line) }
    rest = Array(rest.dropFirst(Self.portion))
    if !rest.isEmpty { say("\(rest.count) more: more shows them.") }
  }
}
