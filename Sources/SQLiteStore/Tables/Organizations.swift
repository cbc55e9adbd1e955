// The organisations that were loaded, with the files that they name; the newest counts.

import ApplicationRuntime

extension Reading {
  func organization() throws -> StoredOrganization? {
    let newest = try connection.first(.newestOrganization) { row in
      StoredOrganization(
        revision: row.number(0), source: row.text(1), loadedAt: row.time(2),
        loadedBy: row.optionalIdentifier(3))
    }
    guard let newest else { return nil }
    let files = try connection.all(
      .organizationFiles, { $0.add(newest.revision) }, { row in (row.text(0), row.text(1)) })
    return StoredOrganization(
      revision: newest.revision, source: newest.source,
      files: Dictionary(files, uniquingKeysWith: { first, _ in first }),
      loadedAt: newest.loadedAt, loadedBy: newest.loadedBy)
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
      for (name, content) in organization.files.sorted(by: { $0.key < $1.key }) {
        try connection.run(.insertOrganizationFile) {
          $0.add(organization.revision)
          $0.add(name)
          $0.add(content)
        }
      }
    }
  }
}
