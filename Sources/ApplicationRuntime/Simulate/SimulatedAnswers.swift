// What the people of a simulated run are taken to answer.

import Workflow
import WorkflowRuntime

/// The answers that were asked for, each given once; everybody else goes forward.
struct SimulatedAnswers {
  private let answers: [String: String]
  private var used: Set<String> = []

  /// - Throws: when a name is none of the workflow's elements, nor of one that its lines run.
  init(
    _ answers: [String: String], for definition: WorkflowDefinition, _ reading: any StoreReading,
    _ parts: EngineParts
  ) throws {
    self.answers = answers
    guard !answers.isEmpty else { return }
    var names: Set<String> = []
    var open = [definition]
    var seen: Set<WorkflowID> = []
    while let next = open.popLast(), seen.insert(next.id).inserted {
      for element in next.allElements {
        names.formUnion([element.name, element.path.description])
        for step in (element.definition as? ApprovalElement)?.steps ?? [] {
          names.formUnion(["\(element.name)/\(step.name)", "\(element.path)/\(step.name)"])
        }
        for child in element.definition.childWorkflows {
          guard let version = try reading.activeVersion(of: child) else { continue }
          open.append(
            try parts.sources.definition(of: child, version: version.version, reading))
        }
      }
    }
    for name in answers.keys.sorted() where !names.contains(name) {
      throw EngineError(
        .badData, "there is no element “\(name)”" + Nearest.hint(to: name, among: Array(names)))
    }
  }

  var unused: [String] { answers.keys.filter { !used.contains($0) }.sorted() }

  /// The answer to an item.
  mutating func answer(
    to item: WorkItem
  ) throws -> (outcome: Answer.Outcome, choice: String?, words: String) {
    if item.isSentBack { return (.resubmit, nil, "resubmit") }
    let places = [item.element.description, item.element.name]
    let keys = places.compactMap { place in item.step.map { "\(place)/\($0)" } } + places
    guard let key = keys.first(where: { answers[$0] != nil && !used.contains($0) }),
      let word = answers[key].map({ Word($0).hyphenated })
    else { return forward(item) }
    used.insert(key)
    if let outcome = item.outcomes.first(where: { $0.name == word }) {
      return (Answer.Outcome(outcome.answer), outcome.name, outcome.name)
    }
    guard let allowed = AllowedAction(rawValue: word), item.allowed.contains(allowed),
      allowed != .complete || item.outcomes.isEmpty,
      let outcome = Answer.Outcome(rawValue: Word(word).lowerCamelCased)
    else {
      let known =
        item.outcomes.map(\.name)
        + item.allowed.filter { $0 != .delegate && ($0 != .complete || item.outcomes.isEmpty) }
        .map(\.rawValue)
      throw EngineError(
        .badData, "\(key) does not take “\(word)”; it takes \(known.joined(separator: ", "))")
    }
    return (outcome, nil, word)
  }

  private func forward(
    _ item: WorkItem
  ) -> (outcome: Answer.Outcome, choice: String?, words: String) {
    let forward = item.outcomes.first { $0.answer == .complete } ?? item.outcomes.first
    if let outcome = forward {
      return (Answer.Outcome(outcome.answer), outcome.name, outcome.name)
    }
    return item.kind == .approval ? (.approve, nil, "approve") : (.complete, nil, "complete")
  }
}

extension ElementDefinition {
  /// The workflows that the element starts for lines or related documents.
  var childWorkflows: [WorkflowID] {
    switch self {
    case let lines as LinesElement:
      lines.routes.map(\.workflow) + [lines.otherwise].compactMap { $0 }
    case let related as SubworkflowElement: [related.workflow]
    default: []
    }
  }
}
