// What moves through the figure: a dot for each message, and counters that run where there are too
// many. It follows what was committed; nothing is shown as done before.

import ApplicationRuntime
import WorkflowRuntime

/// The dots and counters of the figure. While nothing moves it wants no time.
struct SystemFlow: Sendable {
  static let cellTime = Duration.milliseconds(40)
  static let mostDots = 8
  /// Between two dots of the same news.
  private static let gap = Duration.milliseconds(240)
  /// An arrow stays thick, and its counter runs, for so long.
  private static let runTime = Duration.milliseconds(1200)

  /// One message on its way.
  struct Dot: Hashable, Sendable {
    /// Nil for what people asked: it has no number yet on this arrow.
    let sequence: Int64?
    let arrows: [SystemArrow]
    let start: Duration
  }

  struct Run: Hashable, Sendable {
    let from: Int
    let until: Duration
  }

  /// The last one that was seen handled.
  private struct Place: Comparable {
    let at: Int64
    let sequence: Int64

    static func < (left: Place, right: Place) -> Bool {
      (left.at, left.sequence) < (right.at, right.sequence)
    }
  }

  private(set) var dots: [Dot] = []
  private(set) var runs: [SystemArrow: Run] = [:]
  private(set) var counts: [SystemArrow: Int]?
  /// The cells of each arrow at the size of the screen.
  var lengths: [SystemArrow: Int] = [:]
  private var last: Place?
  /// The time that is shown; it stands still while the view is held.
  private(set) var now: Duration = .zero

  var isMoving: Bool { !dots.isEmpty || !runs.isEmpty }

  mutating func take(_ overview: SystemOverview, at uptime: Duration) {
    var now: [SystemArrow: Int] = [:]
    for arrow in SystemArrow.allCases { now[arrow] = arrow.count(in: overview.tallies) }
    let news = overview.ways.filter { Self.place(of: $0) > (last ?? Place(at: .min, sequence: 0)) }
    last = overview.ways.map(Self.place).max() ?? last
    defer { counts = now }
    // What was there before the page was opened does not move.
    guard let before = counts else { return }
    var shown: [SystemArrow: Int] = [:]
    var start = uptime
    func launch(_ sequence: Int64?, _ arrows: [SystemArrow]) {
      guard dots.count < Self.mostDots else { return }
      dots.append(Dot(sequence: sequence, arrows: arrows, start: start))
      for arrow in arrows { shown[arrow, default: 0] += 1 }
      start += Self.gap
    }
    let asked = (now[.post] ?? 0) - (before[.post] ?? 0)
    for _ in 0..<min(max(0, asked), Self.mostDots / 2) { launch(nil, [.ask, .post]) }
    for way in news.reversed() { launch(way.message.sequence, SystemArrow.way(of: way)) }
    let instances: Set<SystemArrow> = [.restore, .save]
    for arrow in SystemArrow.allCases where !instances.contains(arrow) {
      let more = (now[arrow] ?? 0) - (before[arrow] ?? 0)
      guard more > shown[arrow] ?? 0, more > 1 else { continue }
      runs[arrow] = Run(from: before[arrow] ?? 0, until: uptime + Self.runTime)
    }
  }

  private static func place(of way: MessageWay) -> Place {
    Place(at: way.message.handledAt?.microseconds ?? 0, sequence: way.message.sequence)
  }

  /// What has arrived by then is gone.
  mutating func advance(to uptime: Duration) {
    now = max(now, uptime)
    guard isMoving else { return }
    dots.removeAll { dot in
      let cells = dot.arrows.reduce(0) { $0 + (lengths[$1] ?? 0) }
      return uptime >= dot.start + Self.cellTime * cells
    }
    runs = runs.filter { $0.value.until > uptime }
  }

  /// The number on an arrow; it runs up while the arrow is thick.
  func count(_ arrow: SystemArrow, at uptime: Duration) -> Int {
    let now = counts?[arrow] ?? 0
    guard let run = runs[arrow], run.until > uptime else { return now }
    let left = (run.until - uptime) / Self.runTime
    return now - Int((Double(now - run.from) * min(1, max(0, left))).rounded())
  }

  /// Where a dot is: its arrow, and the cell of it. Nil before it starts and after it arrived.
  func place(of dot: Dot, at uptime: Duration) -> (arrow: SystemArrow, cell: Int)? {
    guard uptime >= dot.start else { return nil }
    var cell = Int((uptime - dot.start) / Self.cellTime)
    for arrow in dot.arrows {
      let length = lengths[arrow] ?? 0
      if cell < length { return (arrow, cell) }
      cell -= length
    }
    return nil
  }
}
