// Open work items follow the organisation: nobody who has left is waited for (SPEC 5).

import Workflow
import WorkflowRuntime

/// Looks through the open work items, a page with each batch, whenever the organisation or the
/// day has changed: what is with somebody who is not active any more is assigned anew.
struct Reconciliation {
  let parts: EngineParts
  let organization: Organization
  let transaction: any StoreTransaction

  /// So many items are looked at with one batch.
  private static let window = 100

  /// Looks at the next page for each type.
  ///
  /// - Parameter done: what was looked through already, as far as this process knows.
  /// - Returns: whether there are more pages, and what is looked through now.
  func lookOn(
    for types: [DocumentTypeID], done: Set<String>
  ) throws -> (hasMore: Bool, done: Set<String>) {
    let revision = try transaction.setting(SettingName.organizationRevision) ?? ""
    let today = parts.today(in: organization)
    var hasMore = false
    var now: Set<String> = []
    for type in types {
      let occasion = "\(revision) \(today) \(type)"
      if done.contains(occasion) {
        now.insert(occasion)
      } else if try lookOn(for: type, on: occasion) {
        hasMore = true
      } else {
        now.insert(occasion)
      }
    }
    return (hasMore, now)
  }

  /// Looks at the next page for one type; whether there are more.
  private func lookOn(for type: DocumentTypeID, on occasion: String) throws -> Bool {
    let setting = SettingName.reconciliation + type.rawValue
    let progress = Progress(try transaction.setting(setting), on: occasion)
    guard !progress.isDone else { return false }
    let items = try transaction.workItems(
      WorkItemQuery(.allOpen, after: progress.after, limit: Self.window))
    let isLast = items.count < Self.window
    for item in items where item.documentType == type { try lookAt(item) }
    let next = Progress(on: occasion, after: items.last?.id, isDone: isLast)
    try transaction.set(next.text, for: setting)
    return !isLast
  }

  /// An item that cannot be looked at, because its instance cannot be read, is left as it is.
  private func lookAt(_ item: WorkItem) throws {
    let assigning = Reassigning(
      item, parts: parts, organization: organization, transaction: transaction)
    guard assigning.isNeeded else { return }
    do {
      try transaction.savepoint { try assigning.perform() }
    } catch let error as StoreError {
      if error.isEnvironmental { throw error }
    } catch {
      return
    }
  }
}

extension Reconciliation {
  /// How far the items were looked through on one occasion: for a revision of the organisation,
  /// on a day.
  private struct Progress {
    let occasion: String
    let after: WorkItemID?
    let isDone: Bool

    init(on occasion: String, after: WorkItemID?, isDone: Bool) {
      self.occasion = occasion
      self.after = after
      self.isDone = isDone
    }

    /// What is stored; the beginning when that is of another occasion.
    init(_ text: String?, on occasion: String) {
      self.occasion = occasion
      guard let text, text.hasPrefix(occasion + "|") else {
        after = nil
        isDone = false
        return
      }
      let place = text.dropFirst(occasion.count + 1)
      isDone = place == "done"
      after = Int64(place).map { WorkItemID($0) }
    }

    var text: String {
      "\(occasion)|" + (isDone ? "done" : after.map { "\($0.number)" } ?? "")
    }
  }
}
