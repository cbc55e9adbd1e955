/// A value that two screens changed at the same time, as the page shows it to ask which one stays.
package struct EditorDifference: Hashable, Sendable {
  package let place: EditorPlace

  /// Where it is, in words: `line 2, Amount`.
  package let label: String
  package let mine: String
  package let theirs: String
}
