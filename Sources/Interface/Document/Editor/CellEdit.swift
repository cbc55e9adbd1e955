/// A cell whose text is being typed.
struct CellEdit: Hashable, Sendable {
  let place: EditorPlace
  var input: TextInput

  /// The text before the first key.
  let original: String

  /// Whether an arrow chose the entry, so that every way out of the cell takes it.
  var isChosen = false

  var completion = CompletionList.empty

  /// Esc has put the list away; the next key that changes the text brings it back.
  var isListHidden = false

  var isListShown: Bool { !isListHidden && !completion.candidates.isEmpty }
  var isChanged: Bool { input.text != original }

  /// What Tab and Enter would take.
  var taken: String {
    guard !isListHidden, let selected = completion.selected else { return input.text }
    return selected.text
  }

  /// The part of the completion that is not typed yet, shown dimmed behind the cursor.
  var rest: String {
    guard !isListHidden, input.isAtEnd, let selected = completion.selected else { return "" }
    let typed = input.text
    guard !typed.isEmpty, selected.text.count > typed.count,
      selected.text.prefix(typed.count).lowercased() == typed.lowercased()
    else { return "" }
    return String(selected.text.dropFirst(typed.count))
  }
}
