// What the linear mode wrote of a page: which rows have which numbers, and what is news.

/// A page as it was written last.
struct WrittenPage: Hashable, Sendable {
  /// Page, filter and order: another one is written whole.
  var key = ""
  /// The rows by their numbers, from 1; they keep them until the page is written anew.
  var rows: [String] = []
  /// How many of the rows were written so far.
  var count = 0
  /// The lines of a page without a list.
  var lines: [String] = []
  /// How many rows the list had.
  var total = 0
  /// The rows that were told as news.
  var known: Set<String> = []

  /// The row of a number.
  func row(_ number: Int) -> String? {
    rows.indices.contains(number - 1) ? rows[number - 1] : nil
  }
}
