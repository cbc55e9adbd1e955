// The names of all actions: what the palette, the help and the configuration call them.

/// An action's name. `keys:` in the configuration remaps by it, in the spelling of commands.
package enum ActionName: String, Hashable, Sendable, CaseIterable {
  case up, down, left, right, first, last
  case pageUp = "page-up"
  case pageDown = "page-down"
  case halfPageUp = "half-page-up"
  case halfPageDown = "half-page-down"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case open, escape, back, quit, interrupt
  case inbox, reports, queue, system, instances, workflows
  case notifications, people, statistics, messages
  case export
  case help, filter, palette, sort, hold, person, flip, undo, suspend, redraw
  case savedFilters = "saved-filters"
  case mouse
  case reverseSort = "reverse-sort"
  case mark
  case markAll = "mark-all"
  case copyID = "copy-id"
  case explain
  case readAgain = "read-again"
  case colleagues
  case approve, reject, complete, deny, accept, release, comment
  case requestChange = "request-change"
  case choose, delegate, move, reassign
  case new, edit, submit, recall, duplicate, delete
  case importFile = "import"
  case resume, cancel
  case pointBack = "point-back"
  case pointForward = "point-forward"
  case firstPoint = "first-point"
  case live
  case markRead = "mark-read"
  case preferences
  case periodBefore = "period-before"
  case periodAfter = "period-after"
  case workflowBefore = "workflow-before"
  case workflowAfter = "workflow-after"
  case asUsual = "as-usual"
  case pauseJob = "pause-job"
  case step
  case runNow = "run-now"
  case jobSettings = "job-settings"
  case save, check, activate, simulate, compare, text
  case migrate, skip
  case tryNow = "try-now"
  case editingDone = "editing-done"
  case newLine = "new-line"
  case cutLine = "cut-line"
  case asAbove = "as-above"
  case receipt, itemize, calendar
  case today
  case hiddenFiles = "hidden-files"
  case externalEditor = "external-editor"
  case clearCell = "clear-cell"
  case deleteWord = "delete-word"
  case undoEdit = "undo-edit"
  case editInside = "edit-inside"
  case deleteBack = "delete-back"
  case deleteForward = "delete-forward"
  case nextCell = "next-cell"
  case previousCell = "previous-cell"
  case confirm
  case newer, older
  case removeChoice = "remove-choice"
}
