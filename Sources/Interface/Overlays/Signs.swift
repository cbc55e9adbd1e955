// What the signs of a page mean, for its help.

/// The signs of the rows and figures of a page, each with its meaning.
enum Signs {
  static func shown(on page: PageKind) -> [(sign: String, meaning: String)] {
    let lists = [
      ("▌", "the selected row"), ("*", "marked: a verb is for all marked rows"),
      ("▲ ▼", "the column that it is sorted by, and the direction"),
    ]
    let finding = ("!", "overdue, a warning or an error")
    let state = ("● live", "shown as it is; held, or 4 s old, when it is not")
    return signs(of: page, lists: lists, finding: finding) + [state, job]
  }

  private static func signs(
    of page: PageKind, lists: [(String, String)], finding: (String, String)
  ) -> [(String, String)] {
    switch page {
    case .inbox:
      lists + [
        finding, ("✓", "answered; u takes it back while its seconds run"),
        ("+ accepts", "offered to several: + takes it"), ("@budget", "it lies in that queue"),
      ]
    case .reports: lists + [finding, ("✗", "deleted; u keeps it while its seconds run")]
    case .document: [finding, ("✓", "done"), ("●", "waiting for this person")]
    case .instance:
      [
        ("✓", "done"), ("▶", "here"), ("○", "still to come"), ("●", "an open work item"),
        ("╌", "skipped"), ("◇", "a decision"), ("!", "an error"),
      ]
    case .edit: [("!", "what is wrong with the cell, or missing")]
    default: lists + [finding]
    }
  }

  private static let job = ("job ▶", "the batch job runs; ❚❚ it is paused; – nobody runs it")
}
