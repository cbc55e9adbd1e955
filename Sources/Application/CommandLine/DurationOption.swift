// Durations as they are typed on a command line: 10s, 5m, 2h, 250ms, or "2 days".

import ArgumentParser
import Workflow

struct DurationOption: ExpressibleByArgument, Hashable, Sendable {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  init?(argument: String) {
    if let duration = Duration(words: argument), duration >= .zero {
      self.duration = duration
      return
    }
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let unit = argument.dropFirst(digits.count).drop { $0 == " " }
    guard digits.utf8.count <= 9, let number = Int64(digits) else { return nil }
    switch unit {
    case "ms": duration = .milliseconds(number)
    case "", "s": duration = .seconds(number)
    case "m", "min": duration = .seconds(number * 60)
    case "h": duration = .seconds(number * 3600)
    case "d": duration = .seconds(number * 86_400)
    default: return nil
    }
  }

  var defaultValueDescription: String { duration.words }
}
