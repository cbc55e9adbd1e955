// What pages need of the root to make their rows.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Time, viewer and what was just done, as rows show it.
struct PageContext: Sendable {
  let now: Timestamp
  let uptime: Duration
  let clock: LocalClock
  let viewer: Viewer
  let types: [any DocumentType]
  let answered: [WorkItemID: AnsweredMark]
  let deletions: [PendingDeletion]
  let names: [PersonID: String]
  let log: MessageLog
  let table: ActionTable

  var calendar: FilterCalendar {
    let clock = clock
    return FilterCalendar(today: clock.day(of: now)) { clock.day(of: $0) }
  }

  func type(_ id: DocumentTypeID) -> (any DocumentType)? { types.first { $0.id == id } }

  func name(of person: PersonID) -> String { names[person] ?? person.rawValue }

  /// How a stopped instance is mended, with its keys; nil for whom it is not to mend.
  func mending(_ instance: InstanceID?) -> String? {
    guard viewer.isAdministrator, let instance else { return nil }
    func key(_ name: ActionName, in page: PageKind) -> String {
      table.action(name, in: page)?.keys.first?.spelling ?? ":\(name.rawValue)"
    }
    let pages = [ActionName.instances, .queue].map { key($0, in: .inbox) + " \($0.rawValue)" }
    return "When the cause is mended: \(key(.resume, in: .instance)) resumes it, "
      + "\(key(.cancel, in: .instance)) cancels it, on its flow (\(key(.flip, in: .inbox))) or on "
      + "\(pages.joined(separator: " or ")); or countersign instance resume \(instance)"
  }

  /// Who can act on an item: its assignee, or those of whom one is to accept it.
  func names(of item: WorkItem) -> String {
    if let assignee = item.assignee { return name(of: assignee) }
    let shown = item.candidates.prefix(5).map { name(of: $0) }.joined(separator: ", ")
    let more = item.candidates.count - 5
    return more > 0 ? "\(shown) and \(more) more" : shown
  }

  func secondsLeft(until end: Duration) -> Int {
    let left = (end - uptime).components
    return max(0, Int(left.seconds) + (left.attoseconds > 0 ? 1 : 0))
  }
}
