// The order of saves: one at a time, the newest content next, submit last.

import ApplicationRuntime

/// What is on its way to the store while a document is edited.
package struct DocumentSaving: Hashable, Sendable {
  /// Of the stored document, as far as it is known.
  var revision: Int?
  /// Whether a save was sent and not answered.
  var isBusy = false
  /// Content that waits for the save before it.
  var next: DocumentContent?
  /// Submit as soon as everything is saved.
  var submitsAfterwards = false
  /// Somebody else saved first: their content is being read.
  var awaitsTheirs = false
  /// A submit was refused: the findings are being read.
  var awaitsFindings = false
  /// Leave EDIT as soon as everything is saved.
  var closesAfterwards = false
}
