// How long something took or is ago, in one unit. The one place that renders durations.

import Workflow

package enum Age {
  /// `0.4 ms`, `31 ms`, `4 s`, `7 m`, `2 h`, `3 d`
  package static func text(_ duration: Duration) -> String {
    let micro = max(0, duration.wholeMicroseconds)
    switch micro {
    case 0: return "0 s"
    case ..<100: return "<0.1 ms"
    case ..<10_000: return tenths(micro) + " ms"
    case ..<1_000_000: return "\(micro / 1000) ms"
    case ..<60_000_000: return "\(micro / 1_000_000) s"
    case ..<3_600_000_000: return "\(micro / 60_000_000) m"
    case ..<86_400_000_000: return "\(micro / 3_600_000_000) h"
    default: return "\(micro / 86_400_000_000) d"
    }
  }

  /// Whole seconds at least, for what is counted on the screen: `0 s`, `4 s`, `7 m`.
  package static func coarse(_ duration: Duration) -> String {
    let micro = max(0, duration.wholeMicroseconds)
    return micro < 1_000_000 ? "0 s" : text(duration)
  }

  private static func tenths(_ micro: Int64) -> String {
    let tenth = micro / 100 % 10
    return tenth == 0 && micro >= 1000 ? "\(micro / 1000)" : "\(micro / 1000).\(tenth)"
  }
}
