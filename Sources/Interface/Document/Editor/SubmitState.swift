/// Whether the document could be submitted as it stands in the editor.
package enum SubmitState: Hashable, Sendable {
  case ready

  /// Why not: `line 4 needs a category`.
  case off(String)
}
