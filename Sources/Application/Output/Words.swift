// How dates, durations and absent values are put in words in text output.

import Workflow

enum Words {
  /// A time as text output shows it: `2026-03-01 09:04Z`, in UTC as in JSON.
  static func time(_ time: Timestamp?) -> String {
    guard let text = time?.iso8601 else { return "" }
    return String(text.prefix(16)).replacing("T", with: " ") + "Z"
  }

  /// An age in its largest whole unit: `2 d`, `3 h`, `12 m`, `5 s`.
  static func age(from start: Timestamp, to end: Timestamp) -> String {
    let seconds = max(0, end.duration(since: start).wholeMicroseconds / 1_000_000)
    return switch seconds {
    case 86_400...: "\(seconds / 86_400) d"
    case 3600...: "\(seconds / 3600) h"
    case 60...: "\(seconds / 60) m"
    default: "\(seconds) s"
    }
  }

  /// `inReview` as `in review`.
  static func status(_ name: String) -> String {
    Word(name).hyphenated.replacing("-", with: " ")
  }

  /// `1 line`, `2 lines`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
