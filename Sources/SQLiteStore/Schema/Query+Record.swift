// The texts of the statements over the record as a whole.

extension Query {
  var recordText: String? {
    switch self {
    case .historyHashes:
      """
      SELECT sequence, hash, 0 FROM history WHERE sequence > ?1
      UNION ALL SELECT sequence, hash, 1 FROM removed_history WHERE sequence > ?1
      ORDER BY 1 LIMIT ?2
      """
    case .instancesWithHistory:
      """
      SELECT DISTINCT instance FROM history WHERE instance IS NOT NULL AND instance > ?
      ORDER BY instance LIMIT ?
      """
    case .documentsWithHistory:
      "SELECT DISTINCT document FROM history WHERE document > ? ORDER BY document LIMIT ?"
    case .storeChain:
      """
      SELECT number, first, last, entries, hash FROM store_chain WHERE number > ?
      ORDER BY number LIMIT ?
      """
    case .lastStoreChainLink:
      "SELECT number, first, last, entries, hash FROM store_chain ORDER BY number DESC LIMIT 1"
    case .insertStoreChainLink:
      Columns.insert("store_chain", "number, first, last, entries, hash")
    case .overwriteRemoved: "PRAGMA secure_delete = ON"
    case .eraseHistory:
      """
      UPDATE history SET erased_content_hash = ?, salt = ?, comment = ?, detail = ?, "values" = ?,
        change = ? WHERE sequence = ?
      """
    case .eraseState: "UPDATE instance SET state = ? WHERE id = ?"
    case .eraseWorkItem:
      """
      UPDATE work_item SET subject = ?, instructions = ?, changes = ?, answer = ?
      WHERE id = ? AND is_open = 0
      """
    case .removeMessagesOfInstance: "DELETE FROM message WHERE instance = ? AND state >= 4"
    case .keepHashesOfInstance:
      """
      INSERT INTO removed_history (sequence, hash)
      SELECT sequence, hash FROM history WHERE instance = ? ORDER BY sequence
      """
    case .removeHistoryOfInstance: "DELETE FROM history WHERE instance = ?"
    case .removeWorkItemsOfInstance: "DELETE FROM work_item WHERE instance = ? AND is_open = 0"
    case .removeInstance:
      "DELETE FROM instance WHERE id = ? AND status NOT IN ('pending', 'stopped')"
    default: nil
    }
  }
}
