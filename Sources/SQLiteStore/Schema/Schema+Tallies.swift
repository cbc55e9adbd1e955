// The table of what is counted of the exchange between the two runtimes.

import GRDB

extension Schema {
  /// One row for each number; it never has more rows than there are kinds of them. In a store
  /// that had messages before, it begins with those that are still there.
  static let tallies = """
    CREATE TABLE tally (
      name TEXT PRIMARY KEY, number INTEGER NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO tally SELECT 'posted.' || CASE WHEN posted_by IS NOT NULL THEN 'people'
      WHEN type LIKE 'acknowledge%' THEN 'handlers' ELSE 'runtime' END AS name, count(*)
      FROM message GROUP BY name;
    INSERT INTO tally SELECT 'handled.' || type, count(*) FROM message
      WHERE state = 4 GROUP BY type;
    INSERT INTO tally SELECT 'discarded', count(*) FROM message WHERE state = 5 GROUP BY state;
    INSERT INTO tally SELECT 'since', min(posted_at) FROM message HAVING count(*) > 0;
    """

  static let addTallies: @Sendable (Database) throws -> Void = { database in
    try database.execute(sql: tallies)
  }
}
