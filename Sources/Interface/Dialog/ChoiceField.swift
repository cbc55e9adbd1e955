// A field of a dialog whose value is one of several, found by typing: a person, a queue, yes or no.

/// What can be chosen in a field, what was typed to find it, and what is chosen.
struct ChoiceField: Sendable {
  typealias Choice = Chooser.Choice

  /// Nil while they are being read.
  private(set) var choices: [Choice]?
  /// What brings them; nil where they are known.
  let reading: Reading?
  /// What is chosen where nothing is said, by its id.
  private(set) var usual: String?
  private(set) var search = TextArea()
  /// The one that is chosen, among the matches.
  private(set) var selection: Int?

  init(_ choices: [Choice], usual: String? = nil) {
    self.choices = choices
    reading = nil
    self.usual = usual
    selection = standard
  }

  /// A choice whose possibilities are read when the dialog opens.
  ///
  /// - Parameter usual: what is chosen, and shown until they are read.
  init(reading: Reading, usual: Choice? = nil) {
    self.reading = reading
    choices = usual.map { [$0] }
    self.usual = usual?.id
    selection = standard
  }

  var matches: [Choice] { (choices ?? []).matching(search.text) }

  var chosen: Choice? {
    let matches = matches
    return selection.flatMap { matches.indices.contains($0) ? matches[$0] : nil }
  }

  /// What is chosen before a key was pressed.
  private var standard: Int? { usual.flatMap { id in choices?.firstIndex { $0.id == id } } }

  /// Takes in what can be chosen; what was chosen already stays so.
  mutating func offer(_ choices: [Choice], usual: String? = nil) {
    let former = chosen?.id
    self.choices = choices
    self.usual = usual ?? self.usual
    selection =
      former.flatMap { id in matches.firstIndex { $0.id == id } }
      ?? (search.isEmpty ? standard : matches.isEmpty ? nil : 0)
  }

  mutating func insert(_ text: String) {
    search.insert(text)
    searched()
  }

  mutating func perform(_ name: ActionName) {
    let last = matches.count - 1
    switch name {
    case .up: selection = last < 0 ? nil : max(0, (selection ?? 1) - 1)
    case .down: selection = last < 0 ? nil : min(last, (selection ?? -1) + 1)
    default: if search.perform(name) { searched() }
    }
  }

  /// Chooses the one that a whole text names, or the only one that it fits; else only filters.
  mutating func find(_ text: String) {
    search.replace(with: text)
    guard search.hasWords else { return searched() }
    let folded = text.foldedForFilter
    let matches = matches
    let exact = matches.firstIndex {
      $0.id.foldedForFilter == folded || $0.label.foldedForFilter == folded
    }
    selection = exact ?? (matches.count == 1 ? 0 : nil)
  }

  /// One of the matches, by its place.
  mutating func choose(_ index: Int) {
    if matches.indices.contains(index) { selection = index }
  }

  private mutating func searched() {
    selection = search.hasWords ? (matches.isEmpty ? nil : 0) : standard
  }

  /// Whether something was typed that is none of them.
  var isMistyped: Bool { search.hasWords && choices != nil && matches.isEmpty }
}
