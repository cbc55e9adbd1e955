// Lines from the terminal, one at a time, and the signals that come instead.

import Dispatch
import Foundation
import Synchronization

/// What the linear mode waits for: a line, a signal, or a wake.
///
/// The terminal stays as it is: it echoes and edits the line itself, which is what screen readers know.
/// A line is read only when one was asked for, so that an editor can have the terminal meanwhile.
///
/// Unchecked, because a Dispatch source is not marked as Sendable; it is only activated and
/// canceled, which any thread may do.
final class LineInput: @unchecked Sendable {
  enum Arrival: Hashable, Sendable {
    case line(String)
    /// The terminal was closed, or Ctrl-D was pressed.
    case end
    case interrupted
    case terminated
    /// Ctrl-Z: the process is to stop until it is continued.
    case suspending
    case wake
    /// The time is over.
    case tick
  }

  private struct State {
    var arrivals: [Arrival] = []
    var isReading = false
  }

  private static let signals: [(number: Int32, arrival: Arrival)] = [
    (SIGINT, .interrupted), (SIGTERM, .terminated), (SIGHUP, .terminated), (SIGTSTP, .suspending),
  ]

  private let state = Mutex(State())
  private let semaphore = DispatchSemaphore(value: 0)
  private let reader = DispatchQueue(label: "countersign.lines")
  private var sources: [any DispatchSourceSignal] = []

  init() {
    let queue = DispatchQueue(label: "countersign.signals")
    for (number, arrival) in Self.signals {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable [weak self] in self?.put(arrival) }
      source.activate()
      sources.append(source)
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for (number, _) in Self.signals { signal(number, SIG_DFL) }
  }

  private func put(_ arrival: Arrival) {
    state.withLock { $0.arrivals.append(arrival) }
    semaphore.signal()
  }

  /// Wakes what waits.
  func wake() { put(.wake) }

  /// Asks for a line; one that was asked for and did not come yet is enough.
  func ask() {
    let begins = state.withLock { state in
      defer { state.isReading = true }
      return !state.isReading
    }
    guard begins else { return }
    reader.async { [self] in
      let line = readLine(strippingNewline: true)
      state.withLock { $0.isReading = false }
      put(line.map { .line($0) } ?? .end)
    }
  }

  /// The next thing that arrives, in the order of arrival.
  func next(within time: Duration?) -> Arrival {
    let seconds = time.map {
      Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18
    }
    let deadline: DispatchTime = seconds.map { .now() + max(0, $0) } ?? .distantFuture
    guard semaphore.wait(timeout: deadline) == .success else { return .tick }
    return state.withLock { $0.arrivals.isEmpty ? .wake : $0.arrivals.removeFirst() }
  }

  /// Stops the process as Ctrl-Z asks, and returns when it is continued.
  func suspend() {
    signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    signal(SIGTSTP, SIG_IGN)
  }
}
