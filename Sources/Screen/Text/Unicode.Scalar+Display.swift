// How the screen classifies a scalar: its width, whether it is seen, whether it could deceive.

extension Unicode.Scalar {
  /// The columns that the scalar takes: 0, 1 or 2. Controls count as 1; they are never drawn as such.
  package var displayWidth: Int {
    if value < 0x300 { return 1 }
    if Self.contains(WidthTable.zero, value) { return 0 }
    return Self.contains(WidthTable.wide, value) ? 2 : 1
  }

  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// A scalar that is not seen but changes how others are read: the means to make a text lie.
  var isDeceptive: Bool {
    switch value {
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0x115F...0x1160, 0x3164, 0xFFA0:
      true
    default: false
    }
  }

  /// A scalar that only changes the look of the one before; terminals disagree on what it does to
  /// the width, so that it is left out.
  var isSelector: Bool {
    switch value {
    case 0x200C, 0x20E3, 0xFE00...0xFE0F, 0xE0000...0xE01EF: true
    default: false
    }
  }

  var isJoiner: Bool { value == 0x200D }
  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }
  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
  var isPictograph: Bool { value > 0x2000 && properties.isEmoji }

  /// A scalar that no terminal is sure to draw: unassigned or private.
  var isUndrawable: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .unassigned, .privateUse, .surrogate: return true
    default: return false
    }
  }

  /// Binary search in ranges that are stored flat: first, last, first, last.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2 - 1
    while low <= high {
      let middle = (low + high) / 2
      if value < ranges[2 * middle] {
        high = middle - 1
      } else if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
