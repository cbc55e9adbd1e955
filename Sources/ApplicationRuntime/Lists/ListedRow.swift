// What a list must know of its rows.

import Foundation
import Workflow
import WorkflowRuntime

/// A row of a list that can be filtered, sorted and found again.
package protocol ListedRow: Hashable, Sendable {
  /// What names it, wherever it stands.
  var listID: String { get }
  /// What a filter sees of it.
  var filterRow: FilterRow { get }
  /// Where it stands in the store's order.
  var listPlace: ListPlace { get }
  /// What it is sorted by under the name of a field.
  func key(of field: String) -> ListKey
}

extension ListedRow {
  package func key(of field: String) -> ListKey { ListKey(filterRow.fields[field]) }
}

extension InboxRow: ListedRow {
  package var listID: String { item.id.description }
  package var listPlace: ListPlace { item.listPlace }

  package func key(of field: String) -> ListKey {
    switch field {
    // Numbers, so that they stand in the order in which they were made.
    case "item": .number(Double(item.id.number))
    case "due": ListKey(item.dueAt.map { .time($0) })
    case "from": ListKey(.text(originatorName))
    case "step": ListKey(.text(item.queue.map { "@\($0)" } ?? item.step ?? item.element.name))
    default: ListKey(filterRow.fields[field])
    }
  }
}

extension DocumentRow: ListedRow {
  package var listID: String { id.rawValue }
  package var listPlace: ListPlace { ListPlace(time: createdAt, id: id.rawValue) }

  package func key(of field: String) -> ListKey {
    switch field {
    case "status": ListKey(.text(isStopped ? "stopped" : status.rawValue))
    case "changed": ListKey(.time(changedAt))
    default: ListKey(filterRow.fields[field])
    }
  }
}

extension InstanceRow: ListedRow {
  package var listID: String { id.description }
  package var listPlace: ListPlace { ListPlace(number: id.number) }

  package func key(of field: String) -> ListKey {
    switch field {
    case "instance": .number(Double(id.number))
    // What it waits for, or why it stopped: errors stand together.
    case "element": ListKey((error.map { "! " + $0 } ?? element).map { .text($0) })
    // The younger it is, the later it began.
    case "age": .number(-Double(createdAt.microseconds))
    default: ListKey(filterRow.fields[field])
    }
  }
}

extension Message: ListedRow {
  package var listID: String { String(sequence) }
  package func key(of field: String) -> ListKey {
    switch field {
    case "number": .number(Double(sequence))
    case "age": .number(Double(runnableAt.microseconds))
    default: ListKey(filterRow.fields[field])
    }
  }
}

extension NotificationRow: ListedRow {
  package var listID: String { id.description }
  /// The unread ones come first.
  package var listPlace: ListPlace {
    ListPlace(time: Timestamp(microseconds: isRead ? 1 : 0), number: id.number)
  }
}

extension DeliveryRow: ListedRow {
  package var listID: String { id.description }
  package var listPlace: ListPlace { ListPlace(number: id.number) }
}
