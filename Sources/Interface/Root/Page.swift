// The pages as one type, for the stack of pages.

import ApplicationRuntime
import WorkflowRuntime

/// One page with its state.
package enum Page: Sendable {
  case inbox(InboxPage)
  case reports(ReportsPage)
  case queue(QueuePage)
  case instances(InstancesPage)
  case document(DocumentPage)
  case instance(InstancePage)

  /// Its context in the action table.
  package var kind: PageKind {
    switch self {
    case .inbox: .inbox
    case .reports: .reports
    case .queue: .queue
    case .instances: .instances
    case .document(let page): page.editor == nil ? .document : .edit
    case .instance: .instance
    }
  }
}

extension Page {
  /// What a filter of its list can name.
  var filterFields: [String] {
    switch self {
    case .inbox: InboxRow.filterFields
    case .reports: DocumentRow.filterFields
    case .queue: Message.filterFields
    case .instances: InstanceRow.filterFields
    case .document, .instance: []
    }
  }

  /// The list that has the focus; nil on pages without one.
  var list: ListState? {
    get {
      switch self {
      case .inbox(let page): page.list
      case .reports(let page): page.list
      case .queue(let page): page.list
      case .instances(let page): page.list
      case .document, .instance: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .inbox(var page):
        page.list = newValue
        self = .inbox(page)
      case .reports(var page):
        page.list = newValue
        self = .reports(page)
      case .queue(var page):
        page.list = newValue
        self = .queue(page)
      case .instances(var page):
        page.list = newValue
        self = .instances(page)
      case .document, .instance: break
      }
    }
  }

  var inbox: InboxPage? {
    get { if case .inbox(let page) = self { page } else { nil } }
    set { if let newValue, case .inbox = self { self = .inbox(newValue) } }
  }

  var reports: ReportsPage? {
    get { if case .reports(let page) = self { page } else { nil } }
    set { if let newValue, case .reports = self { self = .reports(newValue) } }
  }

  var queue: QueuePage? {
    get { if case .queue(let page) = self { page } else { nil } }
    set { if let newValue, case .queue = self { self = .queue(newValue) } }
  }

  var instances: InstancesPage? {
    get { if case .instances(let page) = self { page } else { nil } }
    set { if let newValue, case .instances = self { self = .instances(newValue) } }
  }

  var document: DocumentPage? {
    get { if case .document(let page) = self { page } else { nil } }
    set { if let newValue, case .document = self { self = .document(newValue) } }
  }

  var instance: InstancePage? {
    get { if case .instance(let page) = self { page } else { nil } }
    set { if let newValue, case .instance = self { self = .instance(newValue) } }
  }
}
