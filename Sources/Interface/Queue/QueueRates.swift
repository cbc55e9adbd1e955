// The plots of the queue page: what was seen of depth, throughput and waiting time.

import ApplicationRuntime
import Workflow

/// Samples of the queue, one a second while the page is shown.
package struct QueueRates: Hashable, Sendable {
  static let kept = 120

  private(set) var depths: [Double] = []
  private(set) var handledPerSecond: [Double] = []
  private(set) var waited: [Double] = []
  private var last: Sample?

  private struct Sample: Hashable, Sendable {
    let handled: Int
    let at: Timestamp
  }

  package init() {}

  var rate: Int { Int((handledPerSecond.last ?? 0).rounded()) }

  /// What was last read of the queue, as it still is at `now`.
  mutating func take(_ overview: QueueOverview, at now: Timestamp) {
    let handled = overview.counts.handled
    if let last {
      let seconds = Double(now.duration(since: last.at).wholeMicroseconds) / 1_000_000
      // News come in bursts: a rate over less than a second would only be noise.
      guard seconds >= 1 else { return }
      Self.append(Double(max(0, handled - last.handled)) / seconds, to: &handledPerSecond)
    }
    last = Sample(handled: handled, at: now)
    Self.append(Double(overview.counts.depth), to: &depths)
    Self.append(Double(overview.waitedMedian?.wholeMicroseconds ?? 0), to: &waited)
  }

  private static func append(_ value: Double, to values: inout [Double]) {
    values.append(value)
    if values.count > kept { values.removeFirst(values.count - kept) }
  }
}
