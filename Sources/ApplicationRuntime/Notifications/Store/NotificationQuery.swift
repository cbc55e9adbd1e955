// The windows that notifications and deliveries are read through.

import Workflow

/// Notifications of one person, the newest first.
public struct NotificationQuery: Hashable, Sendable {
  public var person: PersonID
  public var isUnreadOnly: Bool
  /// Those before this number; nil for the newest.
  public var before: Int64?
  public var limit: Int

  public init(
    of person: PersonID, isUnreadOnly: Bool = false, before: Int64? = nil, limit: Int
  ) {
    self.person = person
    self.isUnreadOnly = isUnreadOnly
    self.before = before
    self.limit = limit
  }
}

/// Deliveries of one person or of everybody, the newest first.
public struct DeliveryQuery: Hashable, Sendable {
  public var person: PersonID?
  public var before: Int64?
  public var limit: Int

  public init(of person: PersonID?, before: Int64? = nil, limit: Int) {
    self.person = person
    self.before = before
    self.limit = limit
  }
}
