import ApplicationRuntime
import Workflow

/// What the page is asked to do after input, in order.
package enum EditorEffect: Hashable, Sendable {
  /// A cell was left and something changed: store the content.
  case save(DocumentContent)

  /// Submit or resubmit; a save that is needed came before it.
  case submit

  /// Another action of the row above the fields.
  case perform(Action)

  /// Back to the mode for looking.
  case done

  /// Let the person write a long text in the editor of their choice; the answer goes to `edited`.
  case openExternalEditor(text: String, place: EditorPlace)

  /// Ask for a receipt of this line, counted from 0, with what was typed in its cell; the answer goes
  /// to `attached`.
  case chooseReceipt(line: Int, typed: String)

  /// Show the receipts of this line, counted from 0.
  case showReceipts(line: Int)

  /// Divide the amount of this line, counted from 0; the answers go to `divided`.
  case itemize(line: Int)

  /// Let a day be chosen in a calendar; the answer goes to `chosen`.
  case calendar(Day, place: EditorPlace)

  /// A receipt's path came in on this line; when it is good the answer goes to `attached`.
  case attachReceipt(path: String, line: Int)

  case toast(String)
  case palette, help, redraw, suspend, interrupt
}
