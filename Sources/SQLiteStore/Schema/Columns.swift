// The columns of each table in the order in which they are written and read.

/// One list for the statement that writes a row and for those that read it.
enum Columns {
  static let counters = """
    message, instance, work_item, history, pending, handled, discarded, instances_pending, \
    instances_completed, instances_canceled, instances_stopped, instances_unrecoverable, \
    notification
    """
  static let organization = "revision, source, loaded_at, loaded_by"
  static let version = """
    workflow, version, document_type, title, source, comment, saved_at, saved_by, is_active
    """
  static let message = """
    sequence, instance, document, document_type, type, payload, posted_at, posted_by, due_at, \
    retry_at, attempts, state, error, started_at, handled_at
    """
  static let instance = """
    id, document, document_type, workflow, version, originator, status, element, error, \
    saved_point, is_canceling, held_by, state, created_at, ended_at, parent, parent_element, \
    parent_pass, child_line, child_attempt, is_dependent, line
    """
  static let changeOfInstance = """
    version = ?, element = ?, error = ?, saved_point = ?, is_canceling = ?, held_by = ?, \
    state = ?, ended_at = ?
    """
  static let document = """
    id, type, title, originator, status, waiting_for, total, currency, revision, fields, lines, \
    editable_by, instance, created_at, submitted_at, changed_at, editable_lines, submitted_content
    """
  static let changeOfDocument = """
    title = ?, waiting_for = ?, total = ?, currency = ?, revision = ?, fields = ?, lines = ?, \
    editable_by = ?, instance = ?, submitted_at = ?, changed_at = ?, editable_lines = ?, \
    submitted_content = ?
    """
  static let workItem = """
    id, kind, instance, document, document_type, element, pass, step, subject, instructions, \
    assignee, candidates, status, created_at, due_at, closed_at, answer, allowed, on_behalf_of, \
    stand_ins, queue, outcomes, line, changes
    """
  static let history = """
    sequence, document, instance, event, at, actor, impersonated_by, on_behalf_of, element, step, \
    comment, detail, "values", message, change, salt, hash, erased_content_hash, state_hash
    """
  static let record = "number, key, document, body, at"
  static let notification = """
    number, person, event, document, instance, item, element, step, group_key, text, count, at, \
    read_at
    """
  static let delivery = """
    number, transport, content, state, attempts, due_at, error, ended_at
    """

  static func insert(_ table: String, _ columns: String) -> String {
    "INSERT INTO \(table) (\(columns)) VALUES (\(marks(columns)))"
  }

  /// As many question marks as there are columns.
  static func marks(_ columns: String) -> String {
    columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
  }
}
