// The files that an organisation names, kept with each of its revisions.

import GRDB

extension Schema {
  static let organizationFiles = """
    CREATE TABLE organization_file (
      revision INTEGER NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (revision, name)
    ) WITHOUT ROWID;
    """

  /// An organisation of before named none.
  static let addOrganizationFiles: @Sendable (Database) throws -> Void = { database in
    try database.execute(sql: organizationFiles)
  }
}
