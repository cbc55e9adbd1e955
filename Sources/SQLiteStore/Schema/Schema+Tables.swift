// The tables and their indexes.
//
// Times are microseconds since 1970. States of messages are numbers (`MessageState+Code.swift`),
// because the conditions of the queue's indexes compare them; every other enumeration is its word.
// References between the tables that grow are not declared: the engine writes both ends in one
// transaction, and a check would cost a lookup for every row.

extension Schema {
  static let tables = """
    CREATE TABLE setting (
      name TEXT PRIMARY KEY, value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE counter (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      message INTEGER NOT NULL, instance INTEGER NOT NULL, work_item INTEGER NOT NULL,
      history INTEGER NOT NULL, pending INTEGER NOT NULL, handled INTEGER NOT NULL,
      discarded INTEGER NOT NULL, instances_pending INTEGER NOT NULL,
      instances_completed INTEGER NOT NULL, instances_canceled INTEGER NOT NULL,
      instances_stopped INTEGER NOT NULL, instances_unrecoverable INTEGER NOT NULL
    );
    INSERT INTO counter VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    CREATE TABLE document_number (
      prefix TEXT PRIMARY KEY, number INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE organization (
      revision INTEGER PRIMARY KEY, source TEXT NOT NULL, loaded_at INTEGER NOT NULL,
      loaded_by TEXT
    );

    CREATE TABLE workflow_version (
      workflow TEXT NOT NULL, version INTEGER NOT NULL, document_type TEXT NOT NULL,
      title TEXT NOT NULL, source TEXT NOT NULL, comment TEXT, saved_at INTEGER NOT NULL,
      saved_by TEXT, is_active INTEGER NOT NULL, activated_by TEXT, activated_at INTEGER
    );
    CREATE UNIQUE INDEX workflow_version_number ON workflow_version (workflow, version);
    CREATE UNIQUE INDEX workflow_version_active ON workflow_version (workflow)
      WHERE is_active = 1;
    CREATE INDEX workflow_version_for_type ON workflow_version (document_type, workflow)
      WHERE is_active = 1;

    CREATE TABLE message (
      sequence INTEGER PRIMARY KEY, instance INTEGER NOT NULL, document TEXT NOT NULL,
      document_type TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL,
      posted_at INTEGER NOT NULL, posted_by TEXT, due_at INTEGER NOT NULL, retry_at INTEGER,
      attempts INTEGER NOT NULL, state INTEGER NOT NULL, error TEXT, started_at INTEGER,
      handled_at INTEGER, runnable_at INTEGER NOT NULL, is_held INTEGER NOT NULL,
      CHECK (state < 4 OR handled_at IS NOT NULL)
    );
    CREATE INDEX message_of_instance ON message (instance);
    CREATE INDEX message_runnable ON message (
      document_type, runnable_at, sequence, instance, type
    ) WHERE state < 2 AND is_held = 0;
    CREATE INDEX message_due_of_instance ON message (instance, due_at, sequence) WHERE state < 4;
    CREATE INDEX message_due ON message (due_at, sequence) WHERE state < 4;
    CREATE INDEX message_running ON message (document_type, sequence) WHERE state = 2;
    CREATE INDEX message_stopped ON message (document_type, sequence) WHERE state = 3;
    CREATE INDEX message_done ON message (handled_at, sequence) WHERE state >= 4;

    CREATE TABLE instance (
      id INTEGER PRIMARY KEY, document TEXT NOT NULL, document_type TEXT NOT NULL,
      workflow TEXT NOT NULL, version INTEGER NOT NULL, originator TEXT NOT NULL,
      status TEXT NOT NULL, element TEXT, error TEXT, saved_point INTEGER NOT NULL,
      is_canceling INTEGER NOT NULL, held_by INTEGER, state TEXT, created_at INTEGER NOT NULL,
      ended_at INTEGER, parent INTEGER, parent_element TEXT, parent_pass INTEGER,
      child_line INTEGER, child_attempt INTEGER, is_dependent INTEGER, line INTEGER
    );
    CREATE INDEX instance_of_parent ON instance (parent) WHERE parent IS NOT NULL;
    CREATE INDEX instance_with_status ON instance (status);
    CREATE INDEX instance_of_document ON instance (document);

    CREATE TABLE document (
      id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, title TEXT NOT NULL, originator TEXT NOT NULL,
      status TEXT NOT NULL, waiting_for TEXT, total INTEGER, currency TEXT,
      revision INTEGER NOT NULL, fields TEXT NOT NULL, lines TEXT NOT NULL, editable_by TEXT,
      instance INTEGER, created_at INTEGER NOT NULL, submitted_at INTEGER,
      changed_at INTEGER NOT NULL, editable_lines TEXT, submitted_content TEXT
    );
    CREATE INDEX document_newest ON document (created_at, id);
    CREATE INDEX document_of_type ON document (type, created_at, id);
    CREATE INDEX document_of_originator ON document (originator, created_at, id);
    CREATE INDEX document_with_status ON document (status, created_at, id);

    CREATE TABLE document_fingerprint (
      fingerprint TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (fingerprint, document)
    ) WITHOUT ROWID;
    CREATE INDEX document_fingerprint_of_document ON document_fingerprint (document);

    CREATE TABLE work_item (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, instance INTEGER NOT NULL,
      document TEXT NOT NULL, document_type TEXT NOT NULL, element TEXT NOT NULL,
      pass INTEGER NOT NULL, step TEXT, subject TEXT NOT NULL, instructions TEXT, assignee TEXT,
      candidates TEXT, status TEXT NOT NULL, created_at INTEGER NOT NULL, due_at INTEGER,
      closed_at INTEGER, answer TEXT, allowed TEXT, is_open INTEGER NOT NULL, on_behalf_of TEXT,
      stand_ins TEXT, queue TEXT, outcomes TEXT, line INTEGER, changes TEXT
    );
    CREATE INDEX work_item_of_instance ON work_item (instance);
    CREATE INDEX work_item_open ON work_item (id) WHERE is_open = 1;
    CREATE UNIQUE INDEX work_item_open_of_instance ON work_item (
      instance, element, coalesce(step, ''), coalesce(on_behalf_of, assignee, ''), kind,
      coalesce(line, 0)
    ) WHERE is_open = 1;

    CREATE TABLE inbox (
      person TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (person, item)
    ) WITHOUT ROWID;

    CREATE TABLE history (
      sequence INTEGER PRIMARY KEY, document TEXT NOT NULL, instance INTEGER,
      event TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT, impersonated_by TEXT,
      on_behalf_of TEXT, element TEXT, step TEXT, comment TEXT, detail TEXT, "values" TEXT,
      message INTEGER, change TEXT, salt BLOB NOT NULL, hash BLOB NOT NULL,
      erased_content_hash BLOB, state_hash BLOB
    );
    CREATE INDEX history_of_document ON history (document);
    CREATE INDEX history_of_instance ON history (instance) WHERE instance IS NOT NULL;
    CREATE INDEX history_outside_instances ON history (document) WHERE instance IS NULL;

    CREATE TABLE record (
      collection TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, document TEXT,
      body TEXT NOT NULL, at INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX record_number ON record (collection, number);
    CREATE UNIQUE INDEX record_key ON record (collection, key);

    CREATE TABLE request (
      key TEXT PRIMARY KEY, digest TEXT NOT NULL, result TEXT NOT NULL, at INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX request_saved_at ON request (at);
    """
}
