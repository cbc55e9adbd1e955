// Which executables of a scenario are broken now.

import Synchronization

final class Switches: Sendable {
  private let broken = Mutex<Set<String>>([])

  func isBroken(_ name: String) -> Bool { broken.withLock { $0.contains(name) } }

  func set(_ name: String, broken isBroken: Bool) {
    broken.withLock { names in
      if isBroken { names.insert(name) } else { names.remove(name) }
    }
  }
}
