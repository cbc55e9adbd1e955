// What happens when a limit or a reminder is due (SPEC 8).

import Workflow

extension Turn {
  /// A limit or a reminder is due. One that nothing waits for any more changes nothing.
  mutating func timerDue() throws(RuntimeError) {
  }

  /// The deadline that an element, or one of its steps, has in this version.
  func deadline(of path: ElementPath, step: String?) -> Deadline {
    let definition = definition.element(at: path)?.definition
    switch definition {
    case let approval as ApprovalElement:
      guard let step else { return approval.deadline }
      return approval.step(named: step)?.deadline ?? .none
    case let task as TaskElement: return task.deadline
    default: return .none
    }
  }
}

extension Round {
  /// Whether somebody, or the system, has answered for a person; nil stands for the one who
  /// would have taken an offered item.
  func isAnswered(for person: PersonID?) -> Bool {
    guard let person else { return !answers.isEmpty }
    return answers.contains { $0.onBehalfOf == person }
  }
}
