// A text in `$EDITOR`.

extension InterfaceState {
  /// Opens a text in `$EDITOR`.
  ///
  /// - Parameters:
  ///   - line: where the cursor is to be, as far as the editor can be told.
  ///   - file: the name of the file that it sees.
  ///   - taking: what is done with the text that comes back, when it was saved.
  mutating func edit(
    _ text: String, line: Int? = nil, file: String = "comment.txt",
    taking: @escaping @Sendable (inout InterfaceState, String) -> [Effect]
  ) -> [Effect] {
    externalEdit = taking
    return [.editText(text, line: line, file: file)]
  }

  mutating func takeEdited(_ text: String?) -> [Effect] {
    let taking = externalEdit
    externalEdit = nil
    guard let text, let taking else { return [] }
    return taking(&self, text)
  }
}
