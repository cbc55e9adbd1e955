// A page with its state.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// A page with its state. What every page has is its ``content``.
package enum Page: Sendable {
  case inbox(InboxPage)
  case reports(ReportsPage)
  case queue(QueuePage)
  case system(SystemPage)
  case instances(InstancesPage)
  case document(DocumentPage)
  case instance(InstancePage)
  case workflows(WorkflowsPage)
  case workflow(WorkflowPage)
  case simulation(SimulationPage)
  case notifications(NotificationsPage)
  case preferences(PreferencesPage)
  case people(PeoplePage)
  case person(PersonPage)
  case statistics(StatisticsPage)
  case messages(MessagesPage)

  /// What every page has, whichever it is.
  var content: any PageContent {
    get {
      switch self {
      case .inbox(let page): page
      case .reports(let page): page
      case .queue(let page): page
      case .system(let page): page
      case .instances(let page): page
      case .document(let page): page
      case .instance(let page): page
      case .workflows(let page): page
      case .workflow(let page): page
      case .simulation(let page): page
      case .notifications(let page): page
      case .preferences(let page): page
      case .people(let page): page
      case .person(let page): page
      case .statistics(let page): page
      case .messages(let page): page
      }
    }
    set { if let page = Self.made(of: newValue) { self = page } }
  }

  private static func made(of content: any PageContent) -> Page? {
    switch content {
    case let page as InboxPage: .inbox(page)
    case let page as ReportsPage: .reports(page)
    case let page as QueuePage: .queue(page)
    case let page as SystemPage: .system(page)
    case let page as InstancesPage: .instances(page)
    case let page as DocumentPage: .document(page)
    case let page as InstancePage: .instance(page)
    case let page as WorkflowsPage: .workflows(page)
    case let page as WorkflowPage: .workflow(page)
    case let page as SimulationPage: .simulation(page)
    case let page as NotificationsPage: .notifications(page)
    case let page as PreferencesPage: .preferences(page)
    case let page as PeoplePage: .people(page)
    case let page as PersonPage: .person(page)
    case let page as StatisticsPage: .statistics(page)
    case let page as MessagesPage: .messages(page)
    default: nil
    }
  }

  /// A top page as it is at first.
  static func fresh(_ kind: PageKind) -> Page {
    switch kind {
    case .reports: .reports(ReportsPage())
    case .queue: .queue(QueuePage())
    case .system: .system(SystemPage())
    case .instances: .instances(InstancesPage())
    case .workflows: .workflows(WorkflowsPage())
    case .notifications: .notifications(NotificationsPage())
    case .messages: .messages(MessagesPage())
    case .people: .people(PeoplePage())
    case .statistics: .statistics(StatisticsPage())
    default: .inbox(InboxPage())
    }
  }
}

extension Page {
  /// Its context in the action table.
  package var kind: PageKind { content.kind }

  /// The list that has the focus; nil on pages without one.
  var list: ListState? {
    get { content.focusedList }
    set { if newValue != nil { content.focusedList = newValue } }
  }

  var inbox: InboxPage? {
    get { content as? InboxPage }
    set { set(newValue) }
  }

  var reports: ReportsPage? {
    get { content as? ReportsPage }
    set { set(newValue) }
  }

  var queue: QueuePage? {
    get { content as? QueuePage }
    set { set(newValue) }
  }

  var system: SystemPage? {
    get { content as? SystemPage }
    set { set(newValue) }
  }

  var instances: InstancesPage? {
    get { content as? InstancesPage }
    set { set(newValue) }
  }

  var notifications: NotificationsPage? {
    get { content as? NotificationsPage }
    set { set(newValue) }
  }

  var people: PeoplePage? {
    get { content as? PeoplePage }
    set { set(newValue) }
  }

  var statistics: StatisticsPage? {
    get { content as? StatisticsPage }
    set { set(newValue) }
  }

  var preferences: PreferencesPage? {
    get { content as? PreferencesPage }
    set { set(newValue) }
  }

  var document: DocumentPage? {
    get { content as? DocumentPage }
    set { set(newValue) }
  }

  var instance: InstancePage? {
    get { content as? InstancePage }
    set { set(newValue) }
  }

  var workflows: WorkflowsPage? {
    get { content as? WorkflowsPage }
    set { set(newValue) }
  }

  var workflow: WorkflowPage? {
    get { content as? WorkflowPage }
    set { set(newValue) }
  }

  var simulation: SimulationPage? {
    get { content as? SimulationPage }
    set { set(newValue) }
  }

  /// Another state of the same page; a page of another kind is left alone.
  private mutating func set<Content: PageContent>(_ new: Content?) {
    if let new, content is Content { content = new }
  }
}
