// How a store of the second layout gets what the whole workflow language needs.

import GRDB

extension Schema {
  /// From layout 2: children of instances, people who act for others, queues, lines of their own.
  /// What is there keeps its meaning: nobody acts for anybody, and nothing has a parent.
  static let addWholeLanguage: @Sendable (Database) throws -> Void = { database in
    try database.execute(
      sql: """
        ALTER TABLE instance ADD COLUMN parent INTEGER;
        ALTER TABLE instance ADD COLUMN parent_element TEXT;
        ALTER TABLE instance ADD COLUMN parent_pass INTEGER;
        ALTER TABLE instance ADD COLUMN child_line INTEGER;
        ALTER TABLE instance ADD COLUMN child_attempt INTEGER;
        ALTER TABLE instance ADD COLUMN is_dependent INTEGER;
        ALTER TABLE instance ADD COLUMN line INTEGER;
        CREATE INDEX instance_of_parent ON instance (parent) WHERE parent IS NOT NULL;

        ALTER TABLE document ADD COLUMN editable_lines TEXT;
        ALTER TABLE document ADD COLUMN submitted_content TEXT;

        ALTER TABLE work_item ADD COLUMN on_behalf_of TEXT;
        ALTER TABLE work_item ADD COLUMN stand_ins TEXT;
        ALTER TABLE work_item ADD COLUMN queue TEXT;
        ALTER TABLE work_item ADD COLUMN outcomes TEXT;
        ALTER TABLE work_item ADD COLUMN line INTEGER;
        ALTER TABLE work_item ADD COLUMN changes TEXT;
        DROP INDEX work_item_open_of_instance;
        CREATE UNIQUE INDEX work_item_open_of_instance ON work_item (
          instance, element, coalesce(step, ''), coalesce(on_behalf_of, assignee, ''), kind,
          coalesce(line, 0)
        ) WHERE is_open = 1;

        DROP INDEX message_runnable;
        CREATE INDEX message_runnable ON message (
          document_type, runnable_at, sequence, instance, type
        ) WHERE state < 2 AND is_held = 0;
        CREATE INDEX request_saved_at ON request (at);
        """)
  }
}
