// The append-only record. The schema refuses every change of what is there.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func history(_ query: HistoryQuery) throws -> [StoredHistoryEntry] {
    let after = query.isNewestFirst && query.after == 0 ? .max : query.after
    let statement: Query
    switch query.scope {
    case .document:
      statement = query.isNewestFirst ? .historyOfDocumentNewestFirst : .historyOfDocument
    case .instance:
      statement = query.isNewestFirst ? .historyOfInstanceNewestFirst : .historyOfInstance
    case .outsideInstances:
      statement =
        query.isNewestFirst ? .historyOutsideInstancesNewestFirst : .historyOutsideInstances
    case .all: statement = query.isNewestFirst ? .allHistoryNewestFirst : .allHistory
    }
    return try connection.all(
      statement,
      {
        switch query.scope {
        case .document(let document), .outsideInstances(let document): $0.add(document)
        case .instance(let instance): $0.add(instance)
        case .all: break
        }
        $0.add(after)
        $0.add(limit: query.limit)
      }, StoredHistoryEntry.init)
  }

  func lastHash(of stream: HistoryStream) throws -> [UInt8]? {
    switch stream {
    case .instance(let instance):
      try connection.first(.lastHashOfInstance, { $0.add(instance) }, { $0.bytes(0) })
    case .document(let document):
      try connection.first(.lastHashOfDocument, { $0.add(document) }, { $0.bytes(0) })
    }
  }
}

extension Transaction {
  func append(_ entry: StoredHistoryEntry) throws {
    let content = entry.entry
    try refusing("History entry \(entry.sequence) is there already.") {
      try connection.run(.insertHistory) {
        $0.add(entry.sequence)
        $0.add(entry.document)
        $0.add(entry.instance)
        $0.add(content.event.rawValue)
        $0.add(content.at)
        $0.add(content.actor?.person)
        $0.add(content.actor?.impersonatedBy)
        $0.add(content.onBehalfOf)
        $0.add(content.element?.description)
        $0.add(content.step)
        $0.add(content.comment)
        $0.add(content.detail)
        $0.add(entry.texts.values)
        $0.add(content.message)
        $0.add(entry.texts.change)
        $0.add(entry.salt)
        $0.add(entry.hash)
        $0.add(entry.erasedContentHash)
        $0.add(entry.stateHash)
      }
    }
    chain.add(sequence: entry.sequence, hash: entry.hash)
  }
}

extension StoredHistoryEntry {
  init(_ row: Row) throws {
    var entry = HistoryEntry(try row.word(3), at: row.time(4))
    entry.actor = row.optionalIdentifier(5).map {
      Actor($0, impersonatedBy: row.optionalIdentifier(6))
    }
    entry.onBehalfOf = row.optionalIdentifier(7)
    entry.element = row.optionalText(8).map(ElementPath.init(parsing:))
    entry.step = row.optionalText(9)
    entry.comment = row.optionalText(10)
    entry.detail = row.optionalText(11)
    entry.values = row.isNull(12) ? [] : try HistoryTexts.values(of: row.json(12))
    entry.message = row.optionalInteger(13)
    // Not with `?:`, where `nil` would be the JSON value null.
    if !row.isNull(14) { entry.change = try row.json(14) }
    self.init(
      sequence: row.integer(0), document: row.identifier(1),
      instance: row.optionalInteger(2).map(InstanceID.init), entry: entry, salt: row.bytes(15),
      erasedContentHash: row.isNull(17) ? nil : row.bytes(17),
      stateHash: row.isNull(18) ? nil : row.bytes(18), hash: row.bytes(16),
      texts: HistoryTexts(values: row.optionalText(12), change: row.optionalText(14)))
  }
}
