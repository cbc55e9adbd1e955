/// What an undo goes back to: everything entered, and where the cursor was.
struct EditorStep: Hashable, Sendable {
  let sheet: EditorSheet
  let focus: EditorFocus
}
