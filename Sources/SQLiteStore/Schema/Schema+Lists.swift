// What finds any place of a list without walking to it.

import GRDB

extension Schema {
  /// An inbox is shown by due time; those without one come last. What was read is a list of its own.
  private static let listIndexes = """
    CREATE INDEX inbox_by_due ON inbox (person, due, item);
    CREATE INDEX notification_seen ON notification (person, number) WHERE read_at IS NOT NULL;
    """

  static let lists = """
    ALTER TABLE inbox ADD COLUMN due INTEGER NOT NULL DEFAULT \(Int64.max);

    """ + listIndexes

  /// Items that are open get the due time that they have.
  static let addLists: @Sendable (Database) throws -> Void = { database in
    try database.execute(
      sql: """
        ALTER TABLE inbox ADD COLUMN due INTEGER NOT NULL DEFAULT \(Int64.max);
        UPDATE inbox SET due =
          coalesce((SELECT due_at FROM work_item WHERE id = item), due);
        """)
    try database.execute(sql: listIndexes)
  }
}
