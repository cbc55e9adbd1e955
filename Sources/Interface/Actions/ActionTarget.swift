// What an action would act on.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// One object of an action: what the engine is told, and what people are told.
struct ActionTarget: Hashable, Sendable {
  let target: ActionRequest.Target
  /// `ER-000011, 45.00 EUR, Sam Holt`
  let name: String
  let amount: Money?
  let revision: Int?
  /// The work item that is meant, where one is known.
  var item: WorkItem?
  var originator: PersonID?

  /// `ER-000011`
  var id: String { String(name.prefix { $0 != "," }) }
}

extension InterfaceState {
  /// The rows or the object that a verb means now: what is marked, else what is selected.
  func targets(of action: Action) -> [ActionTarget] {
    switch page {
    case .inbox(let inbox):
      let marked = inbox.list.markedRows.compactMap { inbox.row($0.id) }
      let rows = marked.isEmpty ? [inbox.selected].compactMap { $0 } : marked
      return rows.filter { marked.isEmpty || canBeMeant(action, $0.item) }
        .map { Self.target($0, of: action) }
    case .reports(let reports):
      let marked = reports.list.markedRows.compactMap { reports.row($0.id) }
      let rows = marked.isEmpty ? [reports.selected].compactMap { $0 } : marked
      return rows.filter { marked.isEmpty || Self.fits(action, $0.status) }.map { row in
        ActionTarget(
          target: .document(row.id),
          name: Self.name(row.id.rawValue, row.total, row.title), amount: row.total,
          revision: action == .comment ? nil : row.revision)
      }
    case .document(let page): return [target(of: action, on: page)].compactMap { $0 }
    case .queue(let queue):
      let marked = queue.markedMessages
      let messages = marked.isEmpty ? [queue.selected].compactMap { $0 } : marked
      var known: Set<InstanceID> = []
      return messages.filter { marked.isEmpty || Self.fits(action, $0.state) }
        .filter { known.insert($0.instance).inserted }.map {
          ActionTarget(
            target: .instance($0.instance), name: "\($0.instance), \($0.document)", amount: nil,
            revision: nil)
        }
    case .instances(let page):
      let marked = page.list.markedRows.compactMap { page.row($0.id) }
      let rows = marked.isEmpty ? [page.selected].compactMap { $0 } : marked
      return rows.filter { marked.isEmpty || Self.fits(action, $0.status) }.map {
        ActionTarget(
          target: .instance($0.id), name: "\($0.id), \($0.document), \($0.title)", amount: nil,
          revision: nil)
      }
    case .system: return []
    case .instance(let page): return [target(of: action, on: page)].compactMap { $0 }
    case .workflows, .workflow, .simulation: return []
    case .notifications, .preferences, .people, .person, .statistics, .messages: return []
    }
  }

  private static func target(_ row: InboxRow, of action: Action) -> ActionTarget {
    ActionTarget(
      target: action == .resubmit ? .document(row.item.document) : .item(row.item.id),
      name: name(row.item.document.rawValue, row.total, row.originatorName), amount: row.total,
      revision: row.revision, item: row.item, originator: row.originator)
  }

  private func target(of action: Action, on page: DocumentPage) -> ActionTarget? {
    guard let detail = page.detail else { return nil }
    let document = detail.document
    let item = page.availability(of: action)?.item
    return ActionTarget(
      target: item.map { .item($0.id) } ?? .document(document.id),
      name: Self.name(document.id.rawValue, document.total, detail.originatorName),
      amount: document.total, revision: action == .comment ? nil : document.revision,
      item: item, originator: document.originator)
  }

  private func target(of action: Action, on page: InstancePage) -> ActionTarget? {
    guard let detail = page.detail else { return nil }
    let document = detail.document
    let name = Self.name(document.id.rawValue, document.total, document.originatorName)
    switch action {
    case .resume, .cancel, .skip, .migrate:
      return ActionTarget(target: .instance(page.id), name: name, amount: nil, revision: nil)
    default:
      let item = page.availability(of: action)?.item
      return ActionTarget(
        target: item.map { .item($0.id) } ?? .document(document.id), name: name,
        amount: document.total, revision: action == .comment ? nil : document.revision,
        item: item, originator: document.originator)
    }
  }

  /// The work items that an action means; empty where they have still to be read.
  func items(of action: Action, _ targets: [ActionTarget]) -> [WorkItem] {
    switch page {
    case .document(let page) where action == .reassign: page.detail?.openItems ?? []
    case .instance(let page) where action == .reassign: page.detail?.openItems ?? []
    default: targets.compactMap(\.item)
    }
  }

  static func name(_ id: String, _ total: Money?, _ last: String) -> String {
    [id, total?.description, last].compactMap { $0 }.joined(separator: ", ")
  }
}
