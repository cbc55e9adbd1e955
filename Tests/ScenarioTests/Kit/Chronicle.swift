// What came of a story: the same in every mode.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Statuses, items and history as lines of text, without the numbers of messages, which batches
/// of different sizes may give differently.
struct Chronicle {
  let lines: [String]

  init(of documents: [DocumentID], in reading: any StoreReading) throws {
    var lines: [String] = []
    for id in documents {
      guard let document = try reading.document(id) else { continue }
      lines.append(
        "\(id) \(document.status.rawValue) \(document.waitingFor ?? "-") r\(document.revision) "
          + "\(document.editableBy?.rawValue ?? "-") \(document.editableLines.sorted { $0.key < $1.key })"
      )
      let instances = try reading.instances(InstanceQuery(document: id, limit: 1_000))
      for instance in instances.reversed() {
        lines.append(
          "\(instance.workflow) \(instance.line.map(String.init) ?? "-") \(instance.status) "
            + "\(instance.element ?? "-")")
        let items = try reading.workItems(WorkItemQuery(.instance(instance.id), limit: 1_000))
        lines += items.map(Self.line).sorted()
        let history = try reading.history(HistoryQuery(.instance(instance.id), limit: 10_000))
        lines += history.map { Self.line($0.entry) }
      }
      lines += try reading.history(HistoryQuery(.outsideInstances(id), limit: 10_000))
        .map { Self.line($0.entry) }
    }
    self.lines = lines
  }

  private static func line(_ item: WorkItem) -> String {
    let words: [String?] = [
      "item \(item.kind) \(item.element)", item.step, "pass \(item.pass)",
      item.assignee?.rawValue, item.candidates.map(\.rawValue).joined(separator: ","),
      item.onBehalfOf?.rawValue, item.queue?.rawValue, item.line.map { "line \($0)" }, item.changes,
      "\(item.status)", "\(item.createdAt)", item.dueAt.map { "\($0)" },
      item.closedAt.map { "\($0)" }, item.answer.map { "\($0.outcome)" }, item.subject,
    ]
    return words.map { $0 ?? "-" }.joined(separator: " ")
  }

  private static func line(_ entry: HistoryEntry) -> String {
    let words: [String?] = [
      "\(entry.at)", "\(entry.event)", entry.actor.map { "\($0.person)" },
      entry.onBehalfOf?.rawValue, entry.element.map { "\($0)" }, entry.step, entry.comment,
      entry.detail, entry.values.map { "\($0.name)=\($0.value)" }.joined(separator: ","),
    ]
    return words.map { $0 ?? "-" }.joined(separator: " ")
  }

  func difference(from other: Chronicle) -> [String] {
    lines.difference(from: other.lines).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
  }
}
