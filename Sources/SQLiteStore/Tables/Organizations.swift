// The organisations that were loaded; the newest counts.

import ApplicationRuntime

extension Reading {
  func organization() throws -> StoredOrganization? {
    try connection.first(.newestOrganization) { row in
      StoredOrganization(
        revision: row.number(0), source: row.text(1), loadedAt: row.time(2),
        loadedBy: row.optionalIdentifier(3))
    }
  }
}

extension Transaction {
  func save(_ organization: StoredOrganization) throws {
    try refusing("Another organisation was loaded at the same time. Look at it and try again.") {
      try connection.run(.insertOrganization) {
        $0.add(organization.revision)
        $0.add(organization.source)
        $0.add(organization.loadedAt)
        $0.add(organization.loadedBy)
      }
    }
  }
}
