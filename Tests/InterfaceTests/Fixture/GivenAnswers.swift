// Answers to everything that pages read: nothing, a little, much, or what means ill.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

struct GivenAnswers: Sendable {
  let content: Scene.Content

  /// As many rows as a window has.
  private static let many = 200

  /// The rows of this content; `full` counts from 1.
  func rows<Row>(typical: [Row], full: (Int) -> Row, hostile: (Int, String) -> Row) -> [Row] {
    switch content {
    case .empty: []
    case .typical: typical
    case .full: (1...Self.many).map(full)
    case .hostile: Hostile.texts.enumerated().map { hostile($0 + 1, $1) }
    }
  }

  private func window<Row>(_ rows: [Row]) -> Window<Row> {
    guard content == .full else { return Window(rows: rows, next: nil) }
    return Window(
      rows: rows, next: nil, extent: ListExtent(after: 100_000 - rows.count, total: 100_000))
  }

  func answer(_ reading: Reading) -> ReadAnswer? {
    switch reading {
    case .overview: .overview(overview)
    case .unread: .unread(unread)
    case .inbox: .inbox(window(inbox))
    case .documents: .documents(window(documents))
    case .queue:
      .queue(
        window(messages),
        handled: Window(rows: content == .empty ? [] : handled, next: nil))
    case .system: .system(system)
    case .instances: .instances(window(instances))
    case .document(let id): .document(document(id))
    case .instance: .instance(instance)
    case .moment(_, let message): .moment(Sample.moment(at: message))
    case .explanation: .explanation(explanation)
    case .olderHistory: .olderHistory([])
    case .workflows: .workflows(workflows)
    case .workflow(let id, let version): .workflow(workflow(id, version))
    case .people: .people(choices)
    case .choices(let action, _):
      .choices(action == .requestChange ? Sample.addressees : Sample.people)
    case .openItems:
      .openItems([Sample.item(31, document: "ER-000017", step: "board", assignee: "sue")])
    case .notifications: .notifications(window(notifications))
    case .deliveries: .deliveries(window(content == .empty ? [] : Sample.deliveries))
    case .preferences: .preferences(content == .empty ? [] : Sample.preferences())
    case .statistics: .statistics(statistics)
    case .organization: .organization(people)
    case .delegations: .delegations(delegations)
    case .person: .person(person)
    case .simulationSubjects:
      .simulationSubjects([
        SimulationSubject(id: "ER-000017", title: "Fair in Oslo", note: "Sam Holt")
      ])
    case .comparison(let old, let new):
      .comparison(
        WorkflowComparison(
          old: old.name, new: new.name, changes: [], oldSource: Sample.workflowSource,
          newSource: Sample.workflowSource + "priority: 10\n"))
    case .editing: .editing(editing)
    case .folder: .folder(FilePickerTests.listing)
    }
  }

  // MARK: Lists

  private var inbox: [InboxRow] {
    rows(
      typical: Sample.inbox,
      full: { number in
        Sample.inboxRow(
          Int64(number), "Journey \(number) to a town", from: "Person \(number)",
          cents: Int64(number) * 123_457, due: number % 3 == 0 ? nil : "2026-03-06T16:00:00Z")
      }, hostile: { Sample.inboxRow(Int64($0), $1, from: $1, step: $1) })
  }

  private var documents: [DocumentRow] {
    rows(
      typical: Sample.documents,
      full: { number in
        Sample.documentRow(
          number, "Journey \(number) to a town", number % 2 == 0 ? .inReview : .draft,
          waitingFor: "manager step", cents: Int64(number) * 1_234_567)
      }, hostile: { Sample.documentRow($0, $1, .inReview, waitingFor: $1) })
  }

  private var messages: [Message] {
    rows(
      typical: Sample.pending,
      full: { number in
        Sample.message(
          1_000_000 + Int64(number), .acknowledgeAutomatedExecution,
          number % 2 == 0 ? .ready : .waiting, due: .seconds(number * 1000), attempts: number)
      },
      hostile: {
        Sample.message(
          Int64($0), .automatedExecution, .stopped, document: $1, attempts: 5, error: $1)
      })
  }

  private var handled: [Message] { Sample.handled }

  private var instances: [InstanceRow] {
    rows(
      typical: Sample.instances,
      full: { number in
        Sample.instanceRow(
          Int64(number), "Journey \(number) to a town", number % 4 == 0 ? .stopped : .pending,
          error: number % 4 == 0 ? "ledger: no such file" : nil)
      }, hostile: { Sample.instanceRow(Int64($0), $1, .stopped, element: $1, error: $1) })
  }

  private var workflows: [WorkflowVersionRow] {
    rows(
      typical: Sample.versions,
      full: { number in
        Sample.version(
          "expense-approval", 201 - number, isActive: number == 3, instances: number * 37,
          findings: number % 5 == 0 ? Sample.findings : [])
      },
      hostile: {
        Sample.version(
          WorkflowID($1), $0,
          findings: [
            Finding(
              severity: .error, location: SourceLocation(file: $1, line: 1, column: 1),
              message: $1, remedy: $1)
          ], title: $1, comment: $1)
      })
  }

  private var notifications: [NotificationRow] {
    rows(
      typical: Sample.notifications,
      full: { number in
        Sample.notification(
          Int64(number), .assigned, "ER-\(number) “Journey” of Person \(number) waits for you.",
          document: "ER-000012", isRead: number > 20)
      }, hostile: { Sample.notification(Int64($0), .assigned, $1, document: DocumentID($1)) })
  }

  private var people: [PersonEntry] {
    let named = rows(
      typical: Sample.organization.people,
      full: { Person(id: PersonID("p\($0)"), name: "Person \($0)", groups: ["employees"]) },
      hostile: { Person(id: PersonID("p\($0)"), name: $1, mail: $1, groups: [GroupID($1)]) })
    let organization = Organization(
      name: "Example", currency: .euro, administrators: [], people: named)
    let today = Day(iso8601: "2026-03-03") ?? .earliest
    return named.map {
      PersonEntry(row: PersonRow($0, organization, today: today), openItems: named.count)
    }
  }

  private var delegations: [DelegationRow] {
    rows(
      typical: Sample.delegations,
      full: { number in
        Sample.delegation(
          Int64(number), from: "frank", to: "sue", "2026-03-01", "2026-03-\(10 + number % 20)")
      },
      hostile: {
        Sample.delegation(
          Int64($0), from: PersonID($1), to: "sue", scope: .type(DocumentTypeID($1)), nil, nil)
      })
  }

  private var choices: [PersonChoice] {
    rows(
      typical: [
        PersonChoice(id: "carol", name: "Carol Dahl", note: "administrator", isAdministrator: true),
        PersonChoice(id: "frank", name: "Frank Berg", note: "6 open items", isAdministrator: false),
      ],
      full: {
        PersonChoice(id: PersonID("p\($0)"), name: "Person \($0)", note: "", isAdministrator: false)
      },
      hostile: { PersonChoice(id: PersonID("p\($0)"), name: $1, note: $1, isAdministrator: true) })
  }

  /// What was told in the session.
  var told: [String] {
    rows(
      typical: ["The colleagues went home.", "Approved: 3 of 3.", "The disk is full"],
      full: { "Message \($0) of many that were told in this session." }, hostile: { $1 })
  }

  private var unread: Int { content == .empty ? 0 : content == .full ? 1_000 : 3 }
}
