// Documents and the fingerprints of their lines.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func document(_ id: DocumentID) throws -> StoredDocument? {
    try connection.first(.document, { $0.add(id) }, StoredDocument.init)
  }

  func documents(_ query: DocumentQuery) throws -> [StoredDocument] {
    let statement: Query
    if query.originator != nil {
      statement = .documentsOfOriginator
    } else if query.status != nil {
      statement = .documentsWithStatus
    } else {
      statement = query.type == nil ? .documents : .documentsOfType
    }
    return try connection.all(
      statement,
      {
        if let originator = query.originator {
          $0.add(originator)
          $0.add(query.type)
          $0.add(query.status?.rawValue)
        } else if let status = query.status {
          $0.add(status.rawValue)
          $0.add(query.type)
        } else if let type = query.type {
          $0.add(type)
        }
        $0.add(query.after?.createdAt ?? .distantFuture)
        $0.add(query.after?.id.rawValue ?? "")
        $0.add(limit: query.limit)
      }, StoredDocument.init)
  }

  func documents(withFingerprint fingerprint: String, limit: Int) throws -> [DocumentID] {
    try connection.all(
      .documentsWithFingerprint,
      {
        $0.add(fingerprint)
        $0.add(limit: limit)
      }, { $0.identifier(0) })
  }
}

extension Transaction {
  func insert(_ document: StoredDocument, fingerprints: [String]) throws {
    try refusing("Document \(document.id) is there already.") {
      try connection.run(.insertDocument) {
        $0.add(document.id)
        $0.add(document.type)
        $0.add(document.title)
        $0.add(document.originator)
        $0.add(document.status.rawValue)
        $0.add(document.waitingFor)
        $0.add(document.total?.minorUnits)
        $0.add(document.total?.currency.code)
        $0.add(document.revision)
        $0.add(document.fields)
        $0.add(document.lines)
        $0.add(document.editableBy)
        $0.add(document.instance)
        $0.add(document.createdAt)
        $0.add(document.submittedAt)
        $0.add(document.changedAt)
        $0.add(document.storedEditableLines)
        $0.add(document.submittedContent)
      }
    }
    try insert(fingerprints, of: document.id)
  }

  /// As for instances, an update that leaves the status alone does not touch its index.
  func update(_ document: StoredDocument, fingerprints: [String]?) throws {
    let changed = try connection.run(.updateDocument) {
      $0.addChange(of: document)
      $0.add(document.id)
      $0.add(document.status.rawValue)
    }
    if changed == 0 {
      try change(.updateDocumentWithStatus, "document \(document.id)") {
        $0.addChange(of: document)
        $0.add(document.status.rawValue)
        $0.add(document.id)
      }
    }
    guard let fingerprints else { return }
    try connection.run(.deleteFingerprints) { $0.add(document.id) }
    try insert(fingerprints, of: document.id)
  }

  func deleteDocument(_ id: DocumentID) throws {
    try change(.deleteDocument, "document \(id)") { $0.add(id) }
    try connection.run(.deleteFingerprints) { $0.add(id) }
  }

  private func insert(_ fingerprints: [String], of document: DocumentID) throws {
    for fingerprint in fingerprints {
      try connection.run(.insertFingerprint) {
        $0.add(fingerprint)
        $0.add(document)
      }
    }
  }
}

extension Binder {
  fileprivate mutating func addChange(of document: StoredDocument) {
    add(document.title)
    add(document.waitingFor)
    add(document.total?.minorUnits)
    add(document.total?.currency.code)
    add(document.revision)
    add(document.fields)
    add(document.lines)
    add(document.editableBy)
    add(document.instance)
    add(document.submittedAt)
    add(document.changedAt)
    add(document.storedEditableLines)
    add(document.submittedContent)
  }
}

extension StoredDocument {
  init(_ row: Row) throws {
    self.init(
      id: row.identifier(0), type: row.identifier(1), title: row.text(2),
      originator: row.identifier(3), status: try row.word(4), waitingFor: row.optionalText(5),
      total: try Self.total(row), revision: row.number(8), fields: row.text(9),
      lines: row.text(10), editableBy: row.optionalIdentifier(11),
      editableLines: try Self.editableLines(row), submittedContent: row.optionalText(17),
      instance: row.optionalInteger(12).map(InstanceID.init), createdAt: row.time(13),
      submittedAt: row.optionalTime(14), changedAt: row.time(15))
  }

  /// A map from numbers to people as JSON; nothing when it is empty, as it nearly always is.
  fileprivate var storedEditableLines: String? {
    guard !editableLines.isEmpty else { return nil }
    let pairs = editableLines.sorted { $0.key < $1.key }
    return JSON.object(JSONObject(pairs.map { ("\($0.key)", .string($0.value.rawValue)) })).text
  }

  private static func editableLines(_ row: Row) throws -> [Int: PersonID] {
    guard !row.isNull(16) else { return [:] }
    var lines: [Int: PersonID] = [:]
    for (number, person) in try row.json(16).object ?? JSONObject() {
      guard let number = Int(number), let person = person.string else {
        throw StoreError(.damaged, "The store holds “\(row.text(16))”, which are no lines.")
      }
      lines[number] = PersonID(person)
    }
    return lines
  }

  private static func total(_ row: Row) throws -> Money? {
    guard let minorUnits = row.optionalInteger(6) else { return nil }
    let code = row.text(7)
    guard let currency = Currency(code: code) else {
      throw StoreError(.damaged, "The store holds “\(code)”, which is no currency.")
    }
    return Money(minorUnits: minorUnits, currency: currency)
  }
}
