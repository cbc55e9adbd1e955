/// A work item queue: items that nobody in particular is asked for, until a member accepts one.
///
/// In the file: `queues: { budget: { members: [hans], administrators: [carol], status: active } }`.
public struct WorkItemQueue: Hashable, Sendable {
  /// Whether items may come in and go out.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Items come in, and members accept them.
    case active
    /// Items come in; nobody may accept one for now.
    case onHold = "on-hold"
    /// No items come in.
    case inactive
  }

  /// Its id.
  public let id: QueueID
  /// Its title for people; the id when the file has none.
  public let title: String
  /// Who may accept its items, in the order of the file.
  public let members: [PersonID]
  /// Who looks after it.
  public let administrators: [PersonID]
  /// Whether items may come in and go out.
  public let status: Status

  /// A queue.
  public init(
    id: QueueID, title: String? = nil, members: [PersonID], administrators: [PersonID] = [],
    status: Status = .active
  ) {
    self.id = id
    self.title = title ?? id.rawValue
    self.members = members
    self.administrators = administrators
    self.status = status
  }
}
