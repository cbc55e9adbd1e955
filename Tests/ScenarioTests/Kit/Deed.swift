// What somebody does in a story.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct Deed {
  let action: Action
  var comment: String? = "because"
  var addressee: PersonID?
  var choice: String?
  var queue: QueueID?
  var version: Int?
  var outcome: ElementOutcome?
  var window: Duration = .zero
  /// The document, by the name that the story gave it.
  var trip: String?
  /// Which of several items: that of this step or element, person acted for, or line.
  var place: String?
  var person: PersonID?
  var line: Int?
  /// The newest instance of this line, rather than the document's.
  var instanceLine: Int?
  /// This item, be it open or not.
  var item: WorkItemID?

  static let submit = Deed(action: .submit)
  static let resubmit = Deed(action: .resubmit)
  static let recall = Deed(action: .recall)
  static let approve = Deed(action: .approve)
  static let reject = Deed(action: .reject)
  static let deny = Deed(action: .deny)
  static let complete = Deed(action: .complete)
  static let accept = Deed(action: .accept)
  static let release = Deed(action: .release)
  static let undo = Deed(action: .undo)
  static let cancel = Deed(action: .cancel)
  static let resume = Deed(action: .resume)
  static let comment = Deed(action: .comment)
  static let edit = Deed(action: .edit)
  static let requestChange = Deed(action: .requestChange)

  static func requestChange(of person: PersonID) -> Deed {
    Deed(action: .requestChange, addressee: person)
  }
  static func delegate(to person: PersonID) -> Deed { Deed(action: .delegate, addressee: person) }
  static func reassign(to person: PersonID) -> Deed { Deed(action: .reassign, addressee: person) }
  static func choose(_ outcome: String) -> Deed { Deed(action: .choose, choice: outcome) }
  static func move(to queue: QueueID) -> Deed { Deed(action: .move, queue: queue) }
  static func skip(as outcome: ElementOutcome) -> Deed { Deed(action: .skip, outcome: outcome) }
  static func migrate(to version: Int) -> Deed { Deed(action: .migrate, version: version) }

  func with(_ change: (inout Deed) -> Void) -> Deed {
    var deed = self
    change(&deed)
    return deed
  }
  /// On the item of this step, or of this element.
  func at(_ place: String) -> Deed { with { $0.place = place } }
  /// On the item that is another person's.
  func actingFor(_ person: PersonID) -> Deed { with { $0.person = person } }
  func ofLine(_ line: Int) -> Deed { with { $0.line = line } }
  func ofInstance(line: Int) -> Deed { with { $0.instanceLine = line } }
  func onItem(_ item: WorkItemID?) -> Deed { with { $0.item = item } }
  func on(_ trip: String) -> Deed { with { $0.trip = trip } }
  func saying(_ comment: String?) -> Deed { with { $0.comment = comment } }
  /// So that it can be taken back.
  func withUndo(_ window: Duration) -> Deed { with { $0.window = window } }

  var namesItem: Bool { place != nil || person != nil || line != nil }
}
