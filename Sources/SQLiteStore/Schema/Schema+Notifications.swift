// The tables of notifications and of their deliveries.

import GRDB

extension Schema {
  /// Of the pending deliveries to one person by one transport the first has `is_head`: what is due
  /// is found without looking at those that wait behind it.
  static let notifications = """
    ALTER TABLE counter ADD COLUMN notification INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE notification (
      number INTEGER PRIMARY KEY, person TEXT NOT NULL, event TEXT NOT NULL, document TEXT,
      instance INTEGER, item INTEGER, element TEXT, step TEXT, group_key TEXT,
      text TEXT NOT NULL, count INTEGER NOT NULL, at INTEGER NOT NULL, read_at INTEGER
    );
    CREATE INDEX notification_of_person ON notification (person, number);
    CREATE INDEX notification_unread ON notification (person, number) WHERE read_at IS NULL;
    CREATE INDEX notification_group ON notification (person, group_key)
      WHERE read_at IS NULL AND group_key IS NOT NULL;
    CREATE INDEX notification_read ON notification (read_at) WHERE read_at IS NOT NULL;
    CREATE INDEX notification_about ON notification (document) WHERE document IS NOT NULL;

    CREATE TABLE delivery (
      number INTEGER PRIMARY KEY, transport TEXT NOT NULL, content TEXT NOT NULL,
      state TEXT NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL, error TEXT,
      ended_at INTEGER, person TEXT NOT NULL, document TEXT, is_head INTEGER NOT NULL
    );
    CREATE INDEX delivery_due ON delivery (due_at, number) WHERE is_head = 1;
    CREATE INDEX delivery_pending ON delivery (person, transport, number)
      WHERE ended_at IS NULL;
    CREATE INDEX delivery_of_person ON delivery (person, number);
    CREATE INDEX delivery_ended ON delivery (ended_at) WHERE ended_at IS NOT NULL;
    CREATE INDEX delivery_about ON delivery (document) WHERE document IS NOT NULL;
    """

  /// Nobody was told of anything before.
  static let addNotifications: @Sendable (Database) throws -> Void = { database in
    try database.execute(sql: notifications)
  }
}
