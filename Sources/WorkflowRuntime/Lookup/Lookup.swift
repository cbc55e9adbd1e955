// What the runtime may ask while it handles a message.

import Workflow

/// The read-only view of the world that a transition depends on. The runtime records every
/// answer in the history, which so says why; the same answers give the same transition.
public protocol Lookup {
  /// A field of the document, calculated ones and `lines` included.
  func field(_ reference: FieldReference) throws -> Value
  /// The names that conditions may use, and their types.
  var scope: TypeScope { get }
  func person(_ id: PersonID) throws -> Person?
  /// The members of a group; nil when there is no such group.
  func members(of group: GroupID) throws -> [PersonID]?
  func administrators() throws -> [PersonID]
  /// The hash of the fields of the document that matter (SPEC 6); of the line, for a line instance.
  var contentHash: String { get throws }
  /// The same hash of one line; nil when there is no such line.
  func contentHash(ofLine number: Int) throws -> String?
  /// The document's revision.
  var revision: Int { get }
  /// A field of one line, as `line` names it; `.none` when there is no such line.
  func line(_ number: Int) throws -> Value
  /// How many lines the document has.
  var lineCount: Int { get throws }
  /// The owner of the cost centre or project that a field names, such as `cost-center`; nil when
  /// the field names none.
  func owner(of field: String, value: Value) throws -> PersonID?
  /// The open work items of an element of the instance: who holds them now.
  func openItems(of element: ElementPath) throws -> [WorkItem]
  /// What holds the instance of a line up from above: the whole document was sent back. Nil for
  /// any other instance.
  var holdOfWhole: DocumentHold? { get throws }
  func queue(_ id: QueueID) throws -> WorkItemQueue?
  /// The rules that pick a queue; nil when the id names a queue itself.
  func queueRules(_ id: QueueID) throws -> QueueRules?
  /// Who acts for a person now under the standing delegations.
  func delegate(
    of person: PersonID, workflow: WorkflowID, isBarred: (PersonID) -> Bool
  ) throws -> DelegationResult
  var calendars: WorkingCalendars { get throws }
  /// The active version of a workflow for lines or related documents; nil when there is none.
  func activeVersion(of workflow: WorkflowID) throws -> Int?
  /// The language in which a person reads, such as `da`; nil for the usual one.
  func language(of person: PersonID?) throws -> String?
  /// The day, for who is active, in the time zone of the organisation.
  var today: Day { get }
}
