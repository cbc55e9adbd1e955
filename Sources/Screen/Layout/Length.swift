/// How much of a line a part of a layout wants.
package enum Length: Hashable, Sendable {
  /// Exactly that many cells, as long as there is room.
  case fixed(Int)

  /// At least `minimum` cells and a share of what is left, in proportion to `weight`.
  case flexible(minimum: Int = 0, weight: Int = 1)

  /// What the part cannot do without.
  package var minimum: Int {
    switch self {
    case .fixed(let cells): max(0, cells)
    case .flexible(let minimum, _): max(0, minimum)
    }
  }

  /// The share of what is left; nothing for a fixed part.
  package var weight: Int {
    switch self {
    case .fixed: 0
    case .flexible(_, let weight): max(0, weight)
    }
  }
}

extension Length {
  /// Divides `total` cells among the lengths.
  ///
  /// Where there is too little room the earlier parts get theirs first, so that what matters most is
  /// put first by the page. A part that reached its maximum leaves the rest to the others.
  static func divide(_ lengths: [Length], total: Int, maxima: [Int?] = []) -> [Int] {
    var remaining = max(0, total)
    var cells = lengths.map { length in
      let share = min(length.minimum, remaining)
      remaining -= share
      return share
    }
    func hasRoom(_ index: Int) -> Bool {
      guard lengths[index].weight > 0 else { return false }
      guard index < maxima.count, let maximum = maxima[index] else { return true }
      return cells[index] < maximum
    }
    while remaining > 0 {
      let open = lengths.indices.filter(hasRoom)
      var weight = open.reduce(0) { $0 + lengths[$1].weight }
      guard weight > 0 else { break }
      for index in open {
        // Dividing what is left by the weight that is left spends every cell, none twice.
        var share = remaining * lengths[index].weight / weight
        weight -= lengths[index].weight
        if index < maxima.count, let maximum = maxima[index] {
          share = min(share, maximum - cells[index])
        }
        cells[index] += share
        remaining -= share
      }
    }
    return cells
  }
}
