// The texts of the statements on lists: rows behind a place, rows before it, and how many are before.

extension Query {
  var listText: String? {
    switch self {
    case .inboxList: ListStatements.inbox.behind
    case .inboxListBefore: ListStatements.inbox.before
    case .inboxListCount: ListStatements.inbox.count
    case .documentList: ListStatements.documents.behind
    case .documentListBefore: ListStatements.documents.before
    case .documentListCount: ListStatements.documents.count
    case .instanceList: ListStatements.instances.behind
    case .instanceListBefore: ListStatements.instances.before
    case .instanceListCount: ListStatements.instances.count
    case .instanceListOfStatus: ListStatements.instancesOfStatus.behind
    case .instanceListOfStatusBefore: ListStatements.instancesOfStatus.before
    case .instanceListOfStatusCount: ListStatements.instancesOfStatus.count
    case .pendingList: ListStatements.pending.behind
    case .pendingListBefore: ListStatements.pending.before
    case .pendingListCount: ListStatements.pending.count
    case .doneList: ListStatements.done.behind
    case .doneListBefore: ListStatements.done.before
    case .doneListCount: ListStatements.done.count
    case .unreadList: ListStatements.unread.behind
    case .unreadListBefore: ListStatements.unread.before
    case .unreadListCount: ListStatements.unread.count
    case .readList: ListStatements.read.behind
    case .readListBefore: ListStatements.read.before
    case .readListCount: ListStatements.read.count
    case .deliveryList: ListStatements.deliveries.behind
    case .deliveryListBefore: ListStatements.deliveries.before
    case .deliveryListCount: ListStatements.deliveries.count
    case .deliveryListOfPerson: ListStatements.deliveriesOfPerson.behind
    case .deliveryListOfPersonBefore: ListStatements.deliveriesOfPerson.before
    case .deliveryListOfPersonCount: ListStatements.deliveriesOfPerson.count
    default: nil
    }
  }
}

/// The three statements of one list.
private struct ListStatements {
  let behind: String
  let before: String
  let count: String

  /// - Parameter prefix: before the columns of the order, where another table is joined.
  init(
    _ table: String, _ condition: String?, by order: [String], joining join: String = "",
    _ columns: String, isNewestFirst: Bool = false, prefix: String = ""
  ) {
    let names = order.map { prefix + $0 }
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let place =
      names.count == 1 ? (names[0], marks) : ("(\(names.joined(separator: ", ")))", "(\(marks))")
    let scope = condition.map { $0 + " AND " } ?? ""
    func rows(isRising: Bool) -> String {
      let sorted = names.map { isRising ? $0 : $0 + " DESC" }.joined(separator: ", ")
      return """
        SELECT \(columns) FROM \(table) \(join)
        WHERE \(scope)\(place.0) \(isRising ? ">" : "<") \(place.1) ORDER BY \(sorted) LIMIT ?
        """
    }
    behind = rows(isRising: !isNewestFirst)
    before = rows(isRising: isNewestFirst)
    count = """
      SELECT count(*) FROM
        (SELECT 1 FROM \(table)
         WHERE \(scope)\(place.0) \(isNewestFirst ? ">" : "<") \(place.1) LIMIT ?)
      """
  }
}

extension ListStatements {
  fileprivate static let inbox = ListStatements(
    "inbox INDEXED BY inbox_by_due", "person = ?", by: ["due", "item"],
    joining: "CROSS JOIN work_item ON work_item.id = inbox.item", Columns.workItem,
    prefix: "inbox.")
  fileprivate static let documents = ListStatements(
    "document INDEXED BY document_of_originator", "originator = ?", by: ["created_at", "id"],
    Columns.document, isNewestFirst: true)
  fileprivate static let instances = ListStatements(
    "instance", nil, by: ["id"], Columns.instance, isNewestFirst: true)
  fileprivate static let instancesOfStatus = ListStatements(
    "instance INDEXED BY instance_with_status", "status = ?", by: ["id"], Columns.instance,
    isNewestFirst: true)
  fileprivate static let pending = ListStatements(
    "message", "state < 4", by: ["due_at", "sequence"], Columns.message)
  fileprivate static let done = ListStatements(
    "message", "state >= 4", by: ["handled_at", "sequence"], Columns.message, isNewestFirst: true)
  fileprivate static let unread = ListStatements(
    "notification INDEXED BY notification_unread", "person = ? AND read_at IS NULL",
    by: ["number"], Columns.notification, isNewestFirst: true)
  fileprivate static let read = ListStatements(
    "notification INDEXED BY notification_seen", "person = ? AND read_at IS NOT NULL",
    by: ["number"], Columns.notification, isNewestFirst: true)
  fileprivate static let deliveries = ListStatements(
    "delivery", nil, by: ["number"], Columns.delivery, isNewestFirst: true)
  fileprivate static let deliveriesOfPerson = ListStatements(
    "delivery INDEXED BY delivery_of_person", "person = ?", by: ["number"], Columns.delivery,
    isNewestFirst: true)
}
