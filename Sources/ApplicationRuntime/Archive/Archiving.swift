// Choosing the instances that are old enough, and writing them out.

import Crypto
import Workflow
import WorkflowRuntime

/// Goes through the instances that ended before a time.
struct Archiving {
  let store: any Store
  let endedBefore: Timestamp

  private static let statuses: [InstanceStatus] = [.completed, .canceled]

  /// Calls `body` for each instance that may be archived, the newest first.
  func each(_ body: (StoredInstance) throws -> Void) throws {
    for status in Self.statuses {
      var instances = Pages<StoredInstance> { last, limit in
        try store.read {
          try $0.instances(InstanceQuery(status: status, after: last?.id, limit: limit))
        }
      }
      while let instance = try instances.next() {
        if try store.read({ try mayGo(instance, $0) }) { try body(instance) }
      }
    }
  }

  /// Whether an instance ended long enough ago, and nothing that is under way belongs to it: its
  /// document, or the instance that started it.
  func mayGo(_ instance: StoredInstance, _ reading: any StoreReading) throws -> Bool {
    guard Self.statuses.contains(instance.status), let endedAt = instance.endedAt,
      endedAt < endedBefore
    else { return false }
    if let parent = instance.parent, try reading.instance(parent.instance)?.status.isOpen == true {
      return false
    }
    return try InstanceStatus.allCases.filter(\.isOpen).allSatisfy { status in
      try reading.instances(
        InstanceQuery(status: status, document: instance.document, limit: 1)
      ).isEmpty
    }
  }

  /// Writes the lines of an archive; the last one says that it is whole.
  func write(
    _ header: ArchiveHeader, to sink: (String) throws -> Void
  ) throws -> ArchiveSummary {
    var digest = SHA256()
    var instances = 0
    var entries = 0
    func put(_ line: ArchiveLine) throws {
      var text = line.text
      text.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      try sink(text)
    }
    try put(.header(header))
    try each { instance in
      instances += 1
      let count = try count(of: instance.id)
      entries += count
      try put(.instance(instance, entries: count))
      var history = Pages<StoredHistoryEntry> { last, limit in
        try store.read {
          try $0.history(
            HistoryQuery(.instance(instance.id), after: last?.sequence ?? 0, limit: limit))
        }
      }
      while let entry = try history.next() { try put(.entry(entry)) }
      var items = Pages<WorkItem> { last, limit in
        try store.read {
          try $0.workItems(WorkItemQuery(.instance(instance.id), after: last?.id, limit: limit))
        }
      }
      while let item = try items.next() { try put(.workItem(item.archiveJSON)) }
    }
    let summary = ArchiveSummary(
      instances: instances, entries: entries,
      digest: digest.finalize().withUnsafeBytes { Array($0) })
    try sink(ArchiveLine.end(summary).text)
    return summary
  }

  private func count(of instance: InstanceID) throws -> Int {
    var count = 0
    var history = Pages<StoredHistoryEntry> { last, limit in
      try store.read {
        try $0.history(HistoryQuery(.instance(instance), after: last?.sequence ?? 0, limit: limit))
      }
    }
    while try history.next() != nil { count += 1 }
    return count
  }
}
