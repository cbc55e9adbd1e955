// What must hold whenever the machine waits, whatever a test is about.

import Testing
import Workflow

@testable import WorkflowRuntime

extension Machine {
  /// Checks the rules that hold at every saved point.
  func check() {
    guard let state else { return }
    var asked: Set<[String?]> = []
    for item in open {
      let element = state.elements[item.element]
      #expect(
        element?.pass == item.pass && element?.phase != .ended,
        "an open item of \(item.element), whose pass is over")
      let key = [
        "\(item.element)", item.step, item.personActedFor.map(\.rawValue), item.kind.rawValue,
        item.line.map(String.init),
      ]
      #expect(asked.insert(key).inserted, "asked twice: \(key)")
    }
    for (timer, _) in timers {
      #expect(state.stage == .running, "a timer of an instance that has ended: \(timer)")
    }
    checkOrder(state)
    if !status.isOpen {
      #expect(open.isEmpty && state.current.isEmpty)
      #expect(children.allSatisfy { !$0.isDependent })
    } else if queue.isEmpty, stopped == nil, children.isEmpty, canceledChildren.isEmpty {
      #expect(!open.isEmpty, "nobody is asked and nothing runs: it waits for ever")
    }
    if line != nil {
      #expect(document == nil, "a line's workflow changes the document")
    } else if !state.sentBack.isEmpty {
      #expect(document?.editableBy != nil, "sent back, and nobody may change it")
    } else if state.stage != .canceled {
      #expect(document?.editableBy == nil, "not sent back, and open to \(document as Any)")
    }
  }

  /// Checks that what is at work stands in something at work, and that what waits its turn waits
  /// for something.
  private func checkOrder(_ state: InstanceState) {
    guard state.stage == .running, queue.isEmpty, stopped == nil else { return }
    if let first = state.toRunFirst.first {
      #expect(state.elements[first]?.phase != .ended, "nothing is asked again at \(first)")
    } else {
      #expect(state.toRestart.isEmpty, "nothing lets \(state.toRestart) start")
    }
    for path in state.current where !state.toRunFirst.contains(path) {
      guard let parent = path.parent?.parent, !parent.components.isEmpty else { continue }
      #expect(state.elements[parent]?.phase == .working, "\(path) runs in nothing")
    }
    if state.sentBack.isEmpty, line == nil, open.contains(where: { $0.line == nil }) {
      #expect(document?.waitingFor != nil && document?.status == .inReview)
    }
  }
}
