// The texts of the statements.

import WorkflowRuntime

extension Query {
  var text: String {
    switch self {
    case .beginReading: "BEGIN DEFERRED"
    case .beginWriting: "BEGIN IMMEDIATE"
    case .commit: "COMMIT"
    case .rollback: "ROLLBACK"
    case .beginSavepoint: "SAVEPOINT body"
    case .releaseSavepoint: "RELEASE body"
    case .rollbackToSavepoint: "ROLLBACK TO body"

    case .dataVersion: "PRAGMA data_version"

    case .setting: "SELECT value FROM setting WHERE name = ?"
    case .saveSetting:
      """
      INSERT INTO setting (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """
    case .removeSetting: "DELETE FROM setting WHERE name = ?"
    case .counters: "SELECT \(Columns.counters) FROM counter WHERE id = 1"
    case .saveCounters:
      "UPDATE counter SET (\(Columns.counters)) = (\(Columns.marks(Columns.counters))) WHERE id = 1"
    case .documentNumber: "SELECT number FROM document_number WHERE prefix = ?"
    case .saveDocumentNumber:
      """
      INSERT INTO document_number (prefix, number) VALUES (?, ?)
      ON CONFLICT (prefix) DO UPDATE SET number = excluded.number
      """

    case .tallies: "SELECT name, number FROM tally"
    case .saveTally:
      """
      INSERT INTO tally (name, number) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET number = number + excluded.number
      """

    case .newestOrganization:
      "SELECT \(Columns.organization) FROM organization ORDER BY revision DESC LIMIT 1"
    case .insertOrganization: Columns.insert("organization", Columns.organization)
    case .organizationFiles: "SELECT name, content FROM organization_file WHERE revision = ?"
    case .insertOrganizationFile: Columns.insert("organization_file", "revision, name, content")
    case .version:
      "SELECT \(Columns.version) FROM workflow_version WHERE workflow = ? AND version = ?"
    case .activeVersion:
      "SELECT \(Columns.version) FROM workflow_version WHERE workflow = ? AND is_active = 1"
    case .activeVersionsForType:
      """
      SELECT \(Columns.version) FROM workflow_version
      WHERE document_type = ? AND is_active = 1 ORDER BY workflow
      """
    case .versionsOfWorkflow:
      "SELECT \(Columns.version) FROM workflow_version WHERE workflow = ? ORDER BY version DESC"
    case .newestVersions:
      """
      SELECT \(Columns.version) FROM workflow_version AS it WHERE version =
        (SELECT max(version) FROM workflow_version WHERE workflow = it.workflow)
      ORDER BY workflow
      """
    case .versions:
      """
      SELECT \(Columns.version) FROM workflow_version WHERE (workflow, version) > (?, ?)
      ORDER BY workflow, version LIMIT ?
      """
    case .insertVersion: Columns.insert("workflow_version", Columns.version)
    case .deactivateVersions:
      "UPDATE workflow_version SET is_active = 0 WHERE workflow = ? AND is_active = 1"
    case .activateVersion:
      """
      UPDATE workflow_version SET is_active = 1, activated_by = ?, activated_at = ?
      WHERE workflow = ? AND version = ?
      """
    case .deleteVersion: "DELETE FROM workflow_version WHERE workflow = ? AND version = ?"
    case .openInstanceOfVersion:
      """
      SELECT id FROM instance INDEXED BY instance_with_status
      WHERE status = ? AND workflow = ? AND version = ? LIMIT 1
      """
    case .versionsOfInstances:
      """
      SELECT workflow, version FROM instance INDEXED BY instance_with_status
      WHERE status = ? LIMIT ?
      """

    case .record:
      "SELECT \(Columns.record) FROM record WHERE collection = ? AND key = ?"
    case .records:
      """
      SELECT \(Columns.record) FROM record WHERE collection = ? AND number > ?
      ORDER BY number LIMIT ?
      """
    case .lastRecordNumber:
      "SELECT number FROM record WHERE collection = ? ORDER BY number DESC LIMIT 1"
    case .recordNumber: "SELECT number FROM record WHERE collection = ? AND key = ?"
    case .insertRecord: Columns.insert("record", "collection, \(Columns.record)")
    case .request: "SELECT key, digest, result, at FROM request WHERE key = ?"
    case .insertRequest: Columns.insert("request", "key, digest, result, at")
    case .removeRequests:
      """
      DELETE FROM request WHERE key IN
        (SELECT key FROM request WHERE at < ? ORDER BY at LIMIT ?)
      """

    default:
      messageText ?? instanceText ?? documentText ?? workItemText ?? historyText
        ?? recordText ?? notificationText ?? deliveryText ?? listText ?? ""
    }
  }

  private var instanceText: String? {
    switch self {
    case .instance: "SELECT \(Columns.instance) FROM instance WHERE id = ?"
    case .instances:
      "SELECT \(Columns.instance) FROM instance WHERE id < ? ORDER BY id DESC LIMIT ?"
    case .instancesWithStatus:
      """
      SELECT \(Columns.instance) FROM instance WHERE status = ? AND id < ?
      ORDER BY id DESC LIMIT ?
      """
    case .instancesOfDocument:
      """
      SELECT \(Columns.instance) FROM instance
      WHERE document = ? AND id < ? AND status = coalesce(?, status) ORDER BY id DESC LIMIT ?
      """
    case .instancesOfParent:
      """
      SELECT \(Columns.instance) FROM instance
      WHERE parent = ? AND id < ? AND status = coalesce(?, status) ORDER BY id DESC LIMIT ?
      """
    case .statusOfInstance: "SELECT status FROM instance WHERE id = ?"
    case .insertInstance: Columns.insert("instance", Columns.instance)
    case .updateInstance:
      "UPDATE instance SET \(Columns.changeOfInstance) WHERE id = ? AND status = ?"
    case .updateInstanceWithStatus:
      "UPDATE instance SET \(Columns.changeOfInstance), status = ? WHERE id = ?"
    default: nil
    }
  }

  private var historyText: String? {
    switch self {
    case .historyOfDocument: history(where: "document = ? AND")
    case .historyOfDocumentNewestFirst: history(where: "document = ? AND", isNewestFirst: true)
    case .historyOfInstance: history(where: "instance = ? AND")
    case .historyOfInstanceNewestFirst: history(where: "instance = ? AND", isNewestFirst: true)
    case .allHistory: history(where: "")
    case .allHistoryNewestFirst: history(where: "", isNewestFirst: true)
    case .historyOutsideInstances: history(where: "document = ? AND instance IS NULL AND")
    case .historyOutsideInstancesNewestFirst:
      history(where: "document = ? AND instance IS NULL AND", isNewestFirst: true)
    case .lastHashOfInstance:
      "SELECT hash FROM history WHERE instance = ? ORDER BY sequence DESC LIMIT 1"
    case .lastHashOfDocument:
      """
      SELECT hash FROM history WHERE document = ? AND instance IS NULL
      ORDER BY sequence DESC LIMIT 1
      """
    case .insertHistory: Columns.insert("history", Columns.history)
    default: nil
    }
  }

  private func history(where condition: String, isNewestFirst: Bool = false) -> String {
    "SELECT \(Columns.history) FROM history WHERE \(condition) "
      + (isNewestFirst
        ? "sequence < ? ORDER BY sequence DESC LIMIT ?" : "sequence > ? ORDER BY sequence LIMIT ?")
  }
}
