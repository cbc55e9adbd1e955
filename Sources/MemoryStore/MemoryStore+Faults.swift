// Planning faults, and letting them happen.

import ApplicationRuntime

extension MemoryStore {
  /// Plans a fault.
  ///
  /// - Parameter passes: how often the place is passed without it: 0 is the next time.
  public func inject(_ fault: StoreFault, at place: StoreFaultPlace, after passes: Int = 0) {
    state.withLock {
      $0.faults.append(PlannedFault(fault: fault, place: place, passesLeft: passes))
    }
  }

  /// Forgets the faults that have not come yet.
  public func clearFaults() { state.withLock { $0.faults = [] } }

  /// Passes a place where something may go wrong.
  func pass(_ place: StoreFaultPlace) throws {
    try state.withLock { state in
      try state.checkOpen()
      try state.meet(place)
    }
  }
}

extension MemoryStore.State {
  /// Counts the faults of a place down, and lets the first that is due happen.
  mutating func meet(_ place: StoreFaultPlace) throws {
    guard !faults.isEmpty else { return }
    var due: Int?
    for index in faults.indices where faults[index].place == place {
      if faults[index].passesLeft == 0 { due = due ?? index } else { faults[index].passesLeft -= 1 }
    }
    guard let due else { return }
    switch faults.remove(at: due).fault {
    case .crash:
      hasCrashed = true
      throw StoreError(.closed, "The process ended here, as planned.")
    case .error(let code): throw StoreError(code, "This error was planned: \(code.rawValue).")
    }
  }
}
