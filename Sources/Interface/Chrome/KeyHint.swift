// A key and what it does, where no entry of the action table stands behind it.

import Screen

/// A key of a dialog or an overlay.
struct KeyHint: Hashable, Sendable {
  let key: String
  let label: String

  init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }

  var width: Int { key.displayWidth + 1 + label.displayWidth }
}
