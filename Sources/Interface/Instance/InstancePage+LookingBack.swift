// Back and forth through the saved points of an instance.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InstancePage {
  /// Where the keys of the saved points lead.
  enum PointStep: Hashable, Sendable { case back, forward, first, live }

  var isLookingBack: Bool { message != nil }

  /// The place of what is shown among the points, from 0; the last one is what is now.
  var pointIndex: Int {
    guard let message else { return max(0, points.count - 1) }
    return points.lastIndex { $0.message == message } ?? max(0, points.count - 1)
  }

  /// The point that is looked at.
  var point: SavedPoint? {
    isLookingBack && points.indices.contains(pointIndex) ? points[pointIndex] : nil
  }

  /// Why a step leads nowhere; nil when it leads on.
  func obstacle(to step: PointStep) -> String? {
    if detail == nil { return "the instance is not read yet" }
    if step == .live || step == .forward {
      return isLookingBack ? nil : "what is shown is live already"
    }
    if let pointsFailure { return pointsFailure }
    if points.isEmpty {
      return pointsAreOf == nil ? "its saved points are not read yet" : "it has no saved point yet"
    }
    return pointIndex == 0 ? "this is the first saved point" : nil
  }

  /// Goes to another point; what is to be read of it is the caller's task.
  mutating func look(_ step: PointStep) {
    let last = points.count - 1
    let index =
      switch step {
      case .back: pointIndex - 1
      case .forward: pointIndex + 1
      case .first: 0
      case .live: last
      }
    if index >= last {
      returnToLive()
    } else if points.indices.contains(index) {
      message = points[index].message
      historyTop = 0
    }
  }

  mutating func returnToLive() {
    message = nil
    moment = nil
    historyTop = 0
    redraw()
  }

  /// Takes in what was read for a message; nil asked for the points alone.
  mutating func take(_ moment: InstanceMoment, of asked: Int64?) {
    points = moment.points
    pointsAreOf = detail?.row.savedPoint
    pointsFailure = nil
    // Somebody may have gone on meanwhile.
    guard let asked, asked == message else { return }
    self.moment = moment
    redraw()
  }

  /// The points cannot be read: what is now stays on the screen, and the keys say why.
  mutating func takePointsFailure(_ text: String) {
    pointsFailure = text
    pointsAreOf = detail?.row.savedPoint
    if isLookingBack { returnToLive() }
  }

  /// The entries up to the time that is shown, the oldest first.
  var history: [HistoryRow] {
    guard let moment, let first = moment.entries.first?.sequence else { return knownHistory }
    return knownHistory.filter { $0.sequence < first } + moment.entries
  }
}

extension InterfaceState {
  mutating func look(_ step: InstancePage.PointStep) -> [Effect] {
    page.instance?.look(step)
    guard let instance = page.instance else { return [] }
    guard let message = instance.message else { return readPoints() }
    return read(.moment(instance.id, message: message))
  }

  /// The saved points, when the instance went on since they were read.
  mutating func readPoints() -> [Effect] {
    guard let instance = page.instance, let detail = instance.detail,
      instance.pointsAreOf != detail.row.savedPoint
    else { return [] }
    return read(.moment(instance.id, message: nil))
  }

  func availability(of step: InstancePage.PointStep) -> Availability {
    page.instance?.obstacle(to: step).map { .off($0) } ?? .on
  }
}
