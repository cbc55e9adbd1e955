// The layout of the first release, word for word: a store of it must always be brought up to date.

@testable import SQLiteStore

extension Schema {
  static let firstRelease = Schema(version: 1, create: tablesOfFirstRelease, migrations: [:])

  private static let tablesOfFirstRelease = """
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
    CREATE INDEX message_runnable ON message (document_type, runnable_at, sequence, instance)
      WHERE state < 2 AND is_held = 0;
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
      ended_at INTEGER
    );
    CREATE INDEX instance_with_status ON instance (status);
    CREATE INDEX instance_of_document ON instance (document);

    CREATE TABLE document (
      id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, title TEXT NOT NULL, originator TEXT NOT NULL,
      status TEXT NOT NULL, waiting_for TEXT, total INTEGER, currency TEXT,
      revision INTEGER NOT NULL, fields TEXT NOT NULL, lines TEXT NOT NULL, editable_by TEXT,
      instance INTEGER, created_at INTEGER NOT NULL, submitted_at INTEGER,
      changed_at INTEGER NOT NULL
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
      closed_at INTEGER, answer TEXT, allowed TEXT, is_open INTEGER NOT NULL
    );
    CREATE INDEX work_item_of_instance ON work_item (instance);
    CREATE INDEX work_item_open ON work_item (id) WHERE is_open = 1;
    CREATE UNIQUE INDEX work_item_open_of_instance ON work_item (
      instance, element, coalesce(step, ''), coalesce(assignee, ''), kind
    ) WHERE is_open = 1;

    CREATE TABLE inbox (
      person TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (person, item)
    ) WITHOUT ROWID;

    CREATE TABLE history (
      sequence INTEGER PRIMARY KEY, document TEXT NOT NULL, instance INTEGER,
      event TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT, impersonated_by TEXT,
      on_behalf_of TEXT, element TEXT, step TEXT, comment TEXT, detail TEXT, "values" TEXT,
      message INTEGER, change TEXT, salt BLOB NOT NULL, hash BLOB NOT NULL
    );
    CREATE INDEX history_of_document ON history (document);
    CREATE INDEX history_of_instance ON history (instance) WHERE instance IS NOT NULL;
    CREATE INDEX history_outside_instances ON history (document) WHERE instance IS NULL;
    CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history
      BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

    CREATE TABLE record (
      collection TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, document TEXT,
      body TEXT NOT NULL, at INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX record_number ON record (collection, number);
    CREATE UNIQUE INDEX record_key ON record (collection, key);

    CREATE TABLE request (
      key TEXT PRIMARY KEY, digest TEXT NOT NULL, result TEXT NOT NULL, at INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// What a store of that release held, as its statements wrote it.
  static let rowsOfFirstRelease = """
    INSERT INTO setting VALUES ('organization.revision', '1');
    UPDATE counter SET message = 3, instance = 1, work_item = 2, history = 3, pending = 1,
      handled = 1, discarded = 1, instances_pending = 1;
    INSERT INTO organization VALUES (1, 'organization: Example', 5, NULL);
    INSERT INTO document (id, type, title, originator, status, waiting_for, total, currency,
      revision, fields, lines, editable_by, instance, created_at, submitted_at, changed_at)
      VALUES ('ER-000001', 'expense-report', 'Trip', 'sam', 'inReview', 'manager step', 12345,
        'EUR', 2, '{"purpose":"trip"}', '[]', NULL, 1, 10, 20, 30);
    INSERT INTO instance (id, document, document_type, workflow, version, originator, status,
      element, error, saved_point, is_canceling, held_by, state, created_at, ended_at)
      VALUES (1, 'ER-000001', 'expense-report', 'usual', 1, 'sam', 'pending', 'manager', NULL, 4,
        0, NULL, '{}', 20, NULL);
    INSERT INTO message (sequence, instance, document, document_type, type, payload, posted_at,
      posted_by, due_at, retry_at, attempts, state, error, started_at, handled_at, runnable_at,
      is_held) VALUES
      (1, 1, 'ER-000001', 'expense-report', 'activation', '{}', 20, 'sam', 20, NULL, 1, 4, NULL,
        21, 22, 20, 0),
      (2, 1, 'ER-000001', 'expense-report', 'workflowStarted', '{}', 22, NULL, 22, NULL, 0, 5,
        'gone', NULL, 23, 22, 0),
      (3, 1, 'ER-000001', 'expense-report', 'acknowledgeWorkItemsCreated',
        '{"element":"manager","pass":1}', 24, NULL, 24, NULL, 0, 0, NULL, NULL, NULL, 24, 0);
    INSERT INTO work_item (id, kind, instance, document, document_type, element, pass, step,
      subject, instructions, assignee, candidates, status, created_at, due_at, closed_at, answer,
      allowed, is_open) VALUES
      (1, 'approval', 1, 'ER-000001', 'expense-report', 'manager', 1, 'manager', 'Approve', NULL,
        'frank', NULL, 'open', 24, NULL, NULL, NULL, '["approve","reject"]', 1),
      (2, 'task', 1, 'ER-000001', 'expense-report', 'receipts', 1, NULL, 'Look', 'please', NULL,
        '["ann","bob"]', 'open', 24, NULL, NULL, NULL, '["complete"]', 1);
    INSERT INTO inbox VALUES ('frank', 1), ('ann', 2), ('bob', 2);
    INSERT INTO history (sequence, document, instance, event, at, salt, hash) VALUES
      (1, 'ER-000001', NULL, 'created', 10, x'01', x'0100ff'),
      (2, 'ER-000001', 1, 'submitted', 20, x'01', x'0200ff'),
      (3, 'ER-000001', 1, 'workflowStarted', 21, x'01', x'0300ff');
    INSERT INTO request VALUES ('k', 'digest', '{}', 7);
    """
}
