// What was approved is what the document says when its workflow has come to its end.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension LanguageWalk {
  /// Approvals of something else were asked again (SPEC 6), whatever happened on the way: but
  /// where the workflow keeps them, and what an administrator passed.
  func checkWhatWasApproved() throws {
    for instance in store.tables.instances.values where instance.status == .completed {
      guard instance.line == nil, let text = instance.state,
        let stored = store.tables.documents[instance.document], stored.instance == instance.id
      else { continue }
      let definition = try store.read { reading in
        try engine.parts.sources.definition(
          of: instance.workflow, version: instance.version, reading)
      }
      guard !definition.keepApprovals else { continue }
      let state = try InstanceState(stored: JSON(parsing: text))
      let content = try DocumentContent(
        stored: stored, schema: LanguageType().schema, currency: .euro)
      for (path, element) in state.elements where element.outcome == .completed {
        guard !element.isPassed else { continue }
        let kind = definition.element(at: path)?.definition
        if kind is ApprovalElement { try check(element, at: path, of: instance, content) }
        if kind is LinesElement, element.revision != nil {
          try checkLines(of: element, at: path, of: instance, content)
        }
      }
    }
  }

  private func check(
    _ element: ElementState, at path: ElementPath, of instance: StoredInstance,
    _ content: DocumentContent
  ) throws {
    let hash = content.hash(ofWhatMattersIn: LanguageType().schema, line: nil)
    for answer in element.rounds.flatMap(\.answers) {
      try require(
        answer.outcome != .approve || answer.isAutomatic || answer.content == hash,
        "\(instance.id) has ended, but \(path) was approved by \(answer.actor.person) at revision "
          + "\(answer.revision), which said something else: \(instance.state ?? "")")
    }
  }

  private func checkLines(
    of element: ElementState, at path: ElementPath, of instance: StoredInstance,
    _ content: DocumentContent
  ) throws {
    for child in element.children where child.outcome == .completed {
      guard content.lines.indices.contains(child.line - 1), let seen = child.content else {
        continue
      }
      try require(
        seen == content.hash(ofWhatMattersIn: LanguageType().schema, line: child.line),
        "\(instance.id) has ended, but line \(child.line) of \(path) was approved as it is not: "
          + "\(instance.state ?? "")")
    }
  }
}

extension LanguageWalk {
  /// n stays (SPEC 5): each of those who are asked in a step has answered, or has one open item,
  /// whoever acts for them by now.
  func checkEverybodyIsAsked() throws {
    let tables = store.tables
    for instance in openInstances where instance.status == .pending && instance.heldBy == nil {
      let pending = tables.pending.values.map(\.message).filter { $0.instance == instance.id }
      guard pending.allSatisfy({ $0.type == .timerDue || $0.type == .workItemAnswered }),
        let text = instance.state
      else { continue }
      let held = pending.compactMap(\.payload.answer)
      for (path, element) in try InstanceState(stored: JSON(parsing: text)).elements {
        guard element.phase == .working, let round = element.rounds.last, !round.isDecided,
          round.step != nil || round.isFinal
        else { continue }
        let items = openItems.filter { $0.instance == instance.id && $0.element == path }
        let asked =
          items.compactMap(\.personActedFor) + round.answers.map(\.onBehalfOf)
          + held.filter { answer in
            tables.items.values.contains { $0.id == answer.item && $0.element == path }
          }
          .map(\.onBehalfOf)
        try require(
          asked.sorted() == round.people.sorted(),
          "\(path) of \(instance.id) asks \(round.people), and \(asked) have answered or an item")
      }
    }
  }
}
