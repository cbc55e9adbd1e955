// The texts of the statements on the queue.
//
// `state < 2`, `state < 4` and `state >= 4` stand word for word in the conditions of the indexes:
// otherwise SQLite would not see that a partial index fits.

import WorkflowRuntime

extension Query {
  var messageText: String? {
    switch self {
    case .message: "SELECT \(Columns.message) FROM message WHERE sequence = ?"
    case .pendingMessages:
      """
      SELECT \(Columns.message) FROM message WHERE state < 4 AND (due_at, sequence) > (?, ?)
      ORDER BY due_at, sequence LIMIT ?
      """
    case .doneMessages:
      """
      SELECT \(Columns.message) FROM message WHERE state >= 4 AND (handled_at, sequence) < (?, ?)
      ORDER BY handled_at DESC, sequence DESC LIMIT ?
      """
    case .placeOfDoneMessage:
      "SELECT handled_at FROM message WHERE sequence = ? AND state >= 4"
    case .allMessages:
      "SELECT \(Columns.message) FROM message WHERE sequence > ? ORDER BY sequence LIMIT ?"
    case .messagesOfInstance:
      """
      SELECT \(Columns.message) FROM message INDEXED BY message_of_instance
      WHERE instance = ? AND sequence > ? ORDER BY sequence LIMIT ?
      """
    case .runnableMessages:
      """
      SELECT instance, runnable_at, sequence FROM message
      WHERE document_type = ? AND state < 2 AND is_held = 0 AND runnable_at <= ?
      ORDER BY runnable_at, sequence
      """
    case .dueMessagesOfInstance:
      """
      SELECT \(Columns.message) FROM message WHERE instance = ? AND state < 4 AND due_at <= ?
      ORDER BY due_at, sequence LIMIT ?
      """
    // Both walk the index, which holds the type of a message for this.
    case .runnableMessagesButTimers:
      """
      SELECT instance, runnable_at, sequence FROM message
      WHERE document_type = ? AND state < 2 AND is_held = 0 AND runnable_at <= ?
        AND type <> '\(MessageType.timerDue.rawValue)'
      ORDER BY runnable_at, sequence
      """
    case .nextRunnableTimeButTimers:
      """
      SELECT runnable_at FROM message WHERE document_type = ? AND state < 2 AND is_held = 0
        AND type <> '\(MessageType.timerDue.rawValue)'
      ORDER BY runnable_at LIMIT 1
      """
    case .typedMessagesOfInstance:
      """
      SELECT \(Columns.message) FROM message INDEXED BY message_due_of_instance
      WHERE instance = ? AND state < 4 AND type IN (SELECT value FROM json_each(?))
      ORDER BY due_at, sequence
      """
    case .nextRunnableTime:
      """
      SELECT runnable_at FROM message WHERE document_type = ? AND state < 2 AND is_held = 0
      ORDER BY runnable_at LIMIT 1
      """
    case .nextRunnableType:
      """
      SELECT document_type FROM message WHERE document_type > ? AND state < 2 AND is_held = 0
      ORDER BY document_type LIMIT 1
      """
    case .runningMessages:
      """
      SELECT \(Columns.message) FROM message WHERE document_type = ? AND state = 2
      ORDER BY sequence LIMIT ?
      """
    case .readyCount:
      """
      SELECT count(*) FROM message
      WHERE document_type = ? AND state < 2 AND is_held = 0 AND runnable_at <= ?
      """
    // The comparison of the type is always true; with it SQLite walks the small index by a search.
    case .runningCount: "SELECT count(*) FROM message WHERE state = 2 AND document_type >= ''"
    case .stoppedCount: "SELECT count(*) FROM message WHERE state = 3 AND document_type >= ''"
    case .stoppedTypes: "SELECT type FROM message WHERE state = 3 AND document_type >= ''"
    case .insertMessage: Columns.insert("message", "\(Columns.message), runnable_at, is_held")
    case .updateMessage:
      """
      UPDATE message SET retry_at = ?, attempts = ?, state = ?, error = ?, started_at = ?,
        handled_at = ?, runnable_at = ?
      WHERE sequence = ? AND state < 4
      """
    case .holdMessages:
      """
      UPDATE message SET is_held = ?1 WHERE instance = ?2 AND state < 4 AND sequence <> ?3
        AND is_held <> ?1 AND type NOT IN (\(Self.overtakingTypes))
      """
    case .discardMessages:
      """
      UPDATE message SET state = 5, is_held = 0, error = ?, handled_at = ?
      WHERE instance = ? AND state < 4 AND sequence <> ?
        AND type <> '\(MessageType.childEnded.rawValue)'
      """
    case .removeMessage: "DELETE FROM message WHERE sequence = ? AND state < 4"
    case .removeMessages:
      """
      DELETE FROM message WHERE sequence IN
        (SELECT sequence FROM message WHERE state >= 4 AND handled_at < ?
         ORDER BY handled_at, sequence LIMIT ?)
      """
    default: nil
    }
  }

  private static let overtakingTypes =
    MessageType.allCases.filter(\.overtakes).map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
