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
  /// The day, for who is active, in the time zone of the organisation.
  var today: Day { get }
}
