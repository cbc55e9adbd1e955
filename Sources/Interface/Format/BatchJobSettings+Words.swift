// The settings of the batch job in words.

import ApplicationRuntime

extension BatchJobSettings {
  /// `60 s`: never rounded, for it is what was set.
  var intervalText: String {
    let seconds = interval.components.seconds
    return seconds > 120 && seconds % 60 == 0 ? Age.text(interval) : "\(seconds) s"
  }
}
