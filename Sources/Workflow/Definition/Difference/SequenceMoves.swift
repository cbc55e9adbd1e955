// Which names stand in another order than before, so that as few as possible are said to have moved.

enum SequenceMoves {
  /// The names of both that have to be moved to come from the old order to the new one, in the new
  /// order: all that are outside a longest common subsequence.
  static func moved(from old: [String], to new: [String]) -> [String] {
    let old = old.filter { new.contains($0) }
    let new = new.filter { old.contains($0) }
    guard old != new else { return [] }
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row][column] =
          old[row] == new[column]
          ? lengths[row + 1][column + 1] + 1
          : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    var kept: Set<String> = []
    var (row, column) = (0, 0)
    while row < old.count, column < new.count {
      if old[row] == new[column] {
        kept.insert(old[row])
        row += 1
        column += 1
      } else if lengths[row + 1][column] >= lengths[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return new.filter { !kept.contains($0) }
  }

  /// The place of a name in its sequence, in words.
  static func place(of name: String, in sequence: [String]) -> String {
    guard let index = sequence.firstIndex(of: name), index > 0 else { return "first" }
    return "after \(sequence[index - 1])"
  }
}
