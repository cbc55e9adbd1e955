// Checking an instance and its work items: that they fit one another, and what they belong to.

import Workflow
import WorkflowRuntime

/// Looks at the row of an instance beside its saved state, and at its work items.
struct InstanceVerification {
  let instance: StoredInstance
  /// What people answered, as the history has it.
  let answers: Set<RecordedAnswer>
  let reading: any StoreReading

  /// The work items that were looked at, and what is wrong.
  func run() throws -> (workItems: Int, findings: [VerificationFinding]) {
    var findings = try ofTheInstance()
    var count = 0
    var last: WorkItemID?
    while true {
      let window: [WorkItem]
      do {
        window = try reading.workItems(
          WorkItemQuery(
            .instance(instance.id), after: last, limit: Pages<WorkItem>.windowSize))
      } catch let error as StoreError where error.code == .damaged {
        let (read, place) = try readOneByOne(after: last)
        count += read.count
        findings += read.flatMap(ofTheItem)
        findings.append(
          finding(
            .unreadable, "the work item of \(instance.id) \(place) cannot be read: \(error)"))
        break
      }
      count += window.count
      findings += window.flatMap(ofTheItem)
      last = window.last?.id ?? last
      if window.count < Pages<WorkItem>.windowSize { break }
    }
    return (count, findings)
  }

  /// The items before the one that cannot be read, and where that is.
  private func readOneByOne(after start: WorkItemID?) throws -> (read: [WorkItem], place: String) {
    var read: [WorkItem] = []
    var last = start
    while true {
      do {
        let query = WorkItemQuery(.instance(instance.id), after: last, limit: 1)
        guard let item = try reading.workItems(query).first else { break }
        read.append(item)
        last = item.id
      } catch {
        break
      }
    }
    return (read, last.map { "behind \($0)" } ?? "that is its first")
  }

  private func ofTheInstance() throws -> [VerificationFinding] {
    var findings: [VerificationFinding] = []
    if try reading.document(instance.document) == nil {
      findings.append(
        finding(.missing, "\(instance.id) is about \(instance.document), which is not there"))
    }
    if try reading.workflowVersion(instance.workflow, instance.version) == nil {
      findings.append(
        finding(
          .missing,
          "\(instance.id) runs \(instance.workflow) version \(instance.version), which is not there"
        ))
    }
    if let problem = contradictionToState {
      findings.append(finding(.state, problem))
    }
    return findings
  }

  /// Where its status is not that of its saved state; one that cannot be read is told elsewhere.
  private var contradictionToState: String? {
    guard instance.status != .unrecoverable, let text = instance.state,
      let json = try? JSON(parsing: text), let state = try? InstanceState(stored: json)
    else { return nil }
    let fits = instance.status.isOpen ? state.status.isOpen : state.status == instance.status
    guard !fits else { return nil }
    return "\(instance.id) is \(instance.status.rawValue), but its saved state is "
      + state.status.rawValue
  }

  private func ofTheItem(_ item: WorkItem) -> [VerificationFinding] {
    var problems: [String] = []
    if item.document != instance.document {
      problems.append("\(item.id) is about \(item.document), its instance about another document")
    }
    if item.status.isOpen, instance.status == .completed || instance.status == .canceled {
      problems.append("\(item.id) is open, though \(instance.id) has ended")
    }
    if let answer = item.answer, let said = contradiction(to: answer, of: item) {
      problems.append(
        "\(item.id) says \(answer.outcome.pastTense.lowercased()); the history says \(said)")
    }
    return problems.map { finding(.changed, $0) }
  }

  /// What the history says that this person did there and then, when that is something else.
  private func contradiction(to answer: Answer, of item: WorkItem) -> String? {
    // Answers of other kinds stand in the history under the names of what they brought about.
    guard RecordedAnswer.outcomes.contains(answer.outcome) else { return nil }
    let then = answers.filter {
      $0.at == answer.givenAt && $0.actor == answer.actor.person && $0.element == item.element
    }
    guard !then.isEmpty, !then.contains(where: { $0.outcome == answer.outcome }) else { return nil }
    return then.map(\.outcome.pastTense).sorted().joined(separator: ", ").lowercased()
  }

  private func finding(
    _ kind: VerificationFinding.Kind, _ message: String
  ) -> VerificationFinding {
    VerificationFinding(kind, message, document: instance.document, instance: instance.id)
  }
}

/// That somebody answered, as an entry of the history says it.
struct RecordedAnswer: Hashable {
  let at: Timestamp
  let actor: PersonID
  let element: ElementPath
  let outcome: Answer.Outcome

  /// The outcomes that an entry of the history has under the same name.
  static let outcomes: Set<Answer.Outcome> = [
    .approve, .complete, .reject, .requestChange, .deny,
  ]

  /// Nil for an entry that is no answer of a person.
  init?(_ entry: HistoryEntry) {
    guard let actor = entry.actor?.person, let element = entry.element else { return nil }
    switch entry.event {
    case .approved: outcome = .approve
    case .completed: outcome = .complete
    case .rejected: outcome = .reject
    case .changeRequested: outcome = .requestChange
    case .denied: outcome = .deny
    default: return nil
    }
    at = entry.at
    self.actor = actor
    self.element = element
  }
}
