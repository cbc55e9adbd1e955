// Work items and the history.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Tables {
  mutating func insert(_ item: WorkItem) throws {
    guard items[item.id] == nil else {
      throw StoreError(.conflict, "\(item.id) is there already.")
    }
    try checkAlone(item)
    items[item.id] = item
  }

  mutating func update(_ item: WorkItem) throws {
    guard items[item.id] != nil else {
      throw StoreError(.unexpected, "\(item.id) is not in the store.")
    }
    try checkAlone(item)
    items[item.id] = item
  }

  /// At most one open item for a step and a person acted for.
  private func checkAlone(_ item: WorkItem) throws {
    guard item.status.isOpen else { return }
    let other = items.values.first { other in
      other.id != item.id && other.status.isOpen && other.instance == item.instance
        && other.element == item.element && other.step == item.step
        && other.personActedFor == item.personActedFor && other.kind == item.kind
        && other.line == item.line
    }
    if let other {
      throw StoreError(.conflict, "\(other.id) is open for the same step and person.")
    }
  }

  func workItems(_ query: WorkItemQuery) -> [WorkItem] {
    items.values.filter { item in
      guard query.after.map({ item.id > $0 }) ?? true else { return false }
      switch query.scope {
      case .inbox(let person): return item.visibleTo.contains(person)
      case .allOpen: return item.status.isOpen
      case .instance(let id): return item.instance == id
      case .openOfInstance(let id): return item.instance == id && item.status.isOpen
      }
    }.sorted { $0.id < $1.id }.window(query.limit)
  }

  mutating func append(_ entry: StoredHistoryEntry) throws {
    guard entry.sequence > history.last?.sequence ?? .min else {
      throw StoreError(.conflict, "History entry \(entry.sequence) is there already.")
    }
    history.append(entry)
    heads[entry.stream] = entry.hash
    chainTail.add(sequence: entry.sequence, hash: entry.hash)
  }

  func history(_ query: HistoryQuery) -> [StoredHistoryEntry] {
    let rows = history.filter { entry in
      switch query.scope {
      case .document(let id): entry.document == id
      case .instance(let id): entry.instance == id
      case .outsideInstances(let id): entry.document == id && entry.instance == nil
      case .all: true
      }
    }
    guard query.isNewestFirst else {
      return rows.filter { $0.sequence > query.after }.window(query.limit)
    }
    return rows.reversed().filter { query.after == 0 || $0.sequence < query.after }
      .window(query.limit)
  }
}
