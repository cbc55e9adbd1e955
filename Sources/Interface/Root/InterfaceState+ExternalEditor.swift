// A text in `$EDITOR`.

extension InterfaceState {
  /// Opens a text in `$EDITOR`.
  ///
  /// - Parameter taking: what is done with the text that comes back, when it was saved.
  mutating func edit(
    _ text: String, taking: @escaping @Sendable (inout InterfaceState, String) -> [Effect]
  ) -> [Effect] {
    externalEdit = taking
    return [.editText(text)]
  }

  mutating func takeEdited(_ text: String?) -> [Effect] {
    let taking = externalEdit
    externalEdit = nil
    guard let text, let taking else { return [] }
    return taking(&self, text)
  }
}
