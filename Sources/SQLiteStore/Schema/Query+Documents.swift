// The texts of the statements on documents and on work items.

extension Query {
  var documentText: String? {
    switch self {
    case .document: "SELECT \(Columns.document) FROM document WHERE id = ?"
    case .documents: documents(where: "")
    case .documentsOfType: documents(where: "type = ? AND")
    // The person's documents and those of a status are walked newest first; what else is asked for
    // is looked at row by row.
    case .documentsOfOriginator:
      documents(
        where: "originator = ? AND type = coalesce(?, type) AND status = coalesce(?, status) AND")
    case .documentsWithStatus:
      documents(where: "status = ? AND type = coalesce(?, type) AND")
    case .insertDocument: Columns.insert("document", Columns.document)
    case .updateDocument:
      "UPDATE document SET \(Columns.changeOfDocument) WHERE id = ? AND status = ?"
    case .updateDocumentWithStatus:
      "UPDATE document SET \(Columns.changeOfDocument), status = ? WHERE id = ?"
    case .deleteDocument: "DELETE FROM document WHERE id = ?"
    case .documentsWithFingerprint:
      """
      SELECT document FROM document_fingerprint WHERE fingerprint = ?
      ORDER BY document LIMIT ?
      """
    case .insertFingerprint:
      "INSERT OR IGNORE INTO document_fingerprint (fingerprint, document) VALUES (?, ?)"
    case .deleteFingerprints: "DELETE FROM document_fingerprint WHERE document = ?"
    default: nil
    }
  }

  private func documents(where condition: String) -> String {
    """
    SELECT \(Columns.document) FROM document WHERE \(condition) (created_at, id) < (?, ?)
    ORDER BY created_at DESC, id DESC LIMIT ?
    """
  }

  var workItemText: String? {
    switch self {
    case .workItem: "SELECT \(Columns.workItem) FROM work_item WHERE id = ?"
    case .openWorkItems:
      """
      SELECT \(Columns.workItem) FROM work_item INDEXED BY work_item_open
      WHERE is_open = 1 AND id > ? ORDER BY id LIMIT ?
      """
    case .workItemsOfInstance:
      """
      SELECT \(Columns.workItem) FROM work_item INDEXED BY work_item_of_instance
      WHERE instance = ? AND id > ? ORDER BY id LIMIT ?
      """
    case .openWorkItemsOfInstance:
      """
      SELECT \(Columns.workItem) FROM work_item INDEXED BY work_item_of_instance
      WHERE instance = ? AND is_open = 1 AND id > ? ORDER BY id LIMIT ?
      """
    case .inboxOfPerson:
      """
      SELECT \(Columns.workItem) FROM inbox CROSS JOIN work_item ON work_item.id = inbox.item
      WHERE inbox.person = ? AND inbox.item > ? ORDER BY inbox.item LIMIT ?
      """
    case .inboxCount: "SELECT count(*) FROM inbox WHERE person = ?"
    case .visibilityOfWorkItem:
      "SELECT status, assignee, candidates, due_at FROM work_item WHERE id = ?"
    case .insertWorkItem: Columns.insert("work_item", "\(Columns.workItem), is_open")
    case .updateWorkItem:
      """
      UPDATE work_item SET assignee = ?, candidates = ?, on_behalf_of = ?, stand_ins = ?,
        queue = ?, status = ?, is_open = ?, due_at = ?, closed_at = ?, answer = ?
      WHERE id = ?
      """
    case .insertInboxEntry: "INSERT INTO inbox (person, item, due) VALUES (?, ?, ?)"
    case .dueInboxEntry: "UPDATE inbox SET due = ? WHERE person = ? AND item = ?"
    case .deleteInboxEntry: "DELETE FROM inbox WHERE person = ? AND item = ?"
    default: nil
    }
  }
}
