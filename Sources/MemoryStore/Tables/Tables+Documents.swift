// Instances and documents.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Tables {
  mutating func insert(_ instance: StoredInstance) throws {
    guard instances[instance.id] == nil else {
      throw StoreError(.conflict, "\(instance.id) is there already.")
    }
    instances[instance.id] = instance
  }

  mutating func update(_ instance: StoredInstance) throws {
    guard instances[instance.id] != nil else {
      throw StoreError(.unexpected, "\(instance.id) is not in the store.")
    }
    instances[instance.id] = instance
  }

  func instances(_ query: InstanceQuery) -> [StoredInstance] {
    instances.values.filter { instance in
      (query.status == nil || instance.status == query.status)
        && (query.document == nil || instance.document == query.document)
        && (query.parent == nil || instance.parent?.instance == query.parent)
        && (query.after.map { instance.id < $0 } ?? true)
    }.sorted { $0.id > $1.id }.window(query.limit)
  }

  func instanceCounts() -> [InstanceStatus: Int] {
    var counts = Dictionary(uniqueKeysWithValues: InstanceStatus.allCases.map { ($0, 0) })
    for instance in instances.values { counts[instance.status, default: 0] += 1 }
    return counts
  }

  mutating func insert(_ document: StoredDocument, fingerprints: [String]) throws {
    guard documents[document.id] == nil else {
      throw StoreError(.conflict, "\(document.id) is there already.")
    }
    documents[document.id] = document
    self.fingerprints[document.id] = Set(fingerprints)
  }

  mutating func update(_ document: StoredDocument, fingerprints: [String]?) throws {
    guard documents[document.id] != nil else {
      throw StoreError(.unexpected, "\(document.id) is not in the store.")
    }
    documents[document.id] = document
    if let fingerprints { self.fingerprints[document.id] = Set(fingerprints) }
  }

  func documents(_ query: DocumentQuery) -> [StoredDocument] {
    documents.values.filter { document in
      (query.type == nil || document.type == query.type)
        && (query.originator == nil || document.originator == query.originator)
        && (query.status == nil || document.status == query.status)
        && (query.after.map { (document.createdAt, document.id) < ($0.createdAt, $0.id) } ?? true)
    }.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }.window(query.limit)
  }

  func documents(withFingerprint fingerprint: String, limit: Int) -> [DocumentID] {
    fingerprints.filter { $0.value.contains(fingerprint) }.keys.sorted().window(limit)
  }
}
