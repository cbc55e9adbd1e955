// What a type's rules may ask while they look at a document.

import Workflow

/// What a type's rules may ask while they look at a document.
public struct ValidationContext {
  public let document: DocumentID?
  public let originator: PersonID
  public let organization: Organization
  public let today: Day
  private let findDocuments: (String) throws -> [DocumentID]

  public init(
    document: DocumentID?, originator: PersonID, organization: Organization, today: Day,
    findDocuments: @escaping (String) throws -> [DocumentID]
  ) {
    self.document = document
    self.originator = originator
    self.organization = organization
    self.today = today
    self.findDocuments = findDocuments
  }

  /// The other documents that have a line with this fingerprint.
  public func otherDocuments(withFingerprint fingerprint: String) throws -> [DocumentID] {
    try findDocuments(fingerprint).filter { $0 != document }
  }
}
