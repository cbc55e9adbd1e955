// Proofs of what administrators, owners and everybody do on the other pages.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension ActionProof {
  private static let queues: Set<PageKind> = [.queue, .system]

  private static func job(_ name: ActionName, _ command: JobCommand) -> ActionProof {
    ActionProof(
      name: name, contexts: queues, off: .others,
      did: { robot, _ in robot.effects.jobs == [command] })
  }

  static let system: [ActionProof] = [
    job(.pauseJob, .pause), job(.step, .step), job(.runNow, .runNow),
    ActionProof(
      name: .jobSettings, contexts: queues, off: .others,
      did: { robot, _ in robot.interface.dialog != nil }),
    ActionProof(
      name: .tryNow, contexts: [.queue],
      before: { robot in
        let message = Sample.message(
          7, .automatedExecution, .waiting, attempts: 2, error: "ledger", retry: .seconds(60))
        try robot.take(
          .read(
            .queue(pending: 200, done: 100), as: Actor("carol"),
            .success(.queue(pending: [message], done: []))))
        try robot.press("g")
      }, off: .after(.typical, because: "does not wait for a retry") { _ in },
      did: { robot, _ in robot.effects.jobs == [.tryNow(sequence: 7)] }),
    ActionProof(
      name: .resume, contexts: [.queue, .instances], content: .hostile,
      off: .after(.full, because: "it is not stopped") { _ in },
      did: { robot, _ in robot.effects.requests.first?.action == .resume }),
    ActionProof(
      name: .resume, contexts: [.instance],
      before: { robot in
        let detail = Sample.instanceDetail(
          error: "ledger", actions: [ActionAvailability(.resume, reason: nil)])
        try robot.take(
          .read(.instance(InstanceID(13)), as: Actor("carol"), .success(.instance(detail))))
      }, off: .readOnly,
      did: { robot, _ in robot.effects.requests.first?.action == .resume }),
    ActionProof(
      name: .migrate, contexts: [.instances], off: .others,
      did: { robot, _ in robot.text.contains("Migrate I-") && robot.text.contains("version ") }),
    ActionProof(
      name: .skip, contexts: [.instances], content: .hostile, off: .others,
      did: { robot, _ in robot.text.contains("Skip the element of I-000001") }),
    ActionProof(
      name: .migrate, contexts: [.instance], before: allowing(.migrate), off: .readOnly,
      did: { robot, _ in robot.text.contains("Migrate I-") }),
    ActionProof(
      name: .skip, contexts: [.instance], before: allowing(.skip), off: .readOnly,
      did: { robot, _ in robot.text.contains("Skip the element of I-000013") }),
    looksBack(.pointBack, after: ""), looksBack(.firstPoint, after: ""),
    looksBack(.pointForward, after: "{"),
    ActionProof(
      name: .live, contexts: [.instance], content: .typical, before: { try $0.press("[ [") },
      off: .after(.typical, because: "") { _ in },
      did: { robot, before in
        before.page.instance?.isLookingBack == true
          && robot.interface.page.instance?.isLookingBack == false
      }),
    ActionProof(
      name: .markRead, contexts: [.notifications], off: .readOnly,
      did: { robot, _ in
        robot.effects.contains { if case .markRead = $0 { true } else { false } }
      }),
    ActionProof(
      name: .preferences, contexts: [.notifications],
      did: { robot, _ in robot.interface.page.kind == .preferences }),
    ActionProof(
      name: .asUsual, contexts: [.preferences],
      before: { robot in
        for _ in 0..<60 where robot.interface.page.preferences?.selected?.isChosen != true {
          try robot.press("l")
          if robot.interface.page.preferences?.selected?.isChosen == true { break }
          try robot.press("h h h j l l")
        }
      }, off: .after(.typical, because: "as the organisation says") { _ in },
      did: { robot, _ in
        robot.effects.contains {
          if case .setNotifications(_, _, nil, _) = $0 { true } else { false }
        }
      }),
    ActionProof(
      name: .new, contexts: [.people], off: .readOnly,
      did: { robot, _ in robot.interface.dialog != nil }),
    ActionProof(
      name: .edit, contexts: [.people], before: toDelegations, off: .readOnly,
      did: { robot, _ in robot.interface.dialog != nil }),
    ActionProof(
      name: .delete, contexts: [.people], before: toDelegations, off: .readOnly,
      did: { robot, _ in robot.interface.deletions.count == 1 }),
  ]

  private static let toDelegations: Steps = { robot in
    if robot.interface.page.people?.selectedDelegation == nil { try robot.press("Tab") }
  }

  private static func allowing(_ action: Action) -> Steps {
    { robot in
      let detail = Sample.instanceDetail(
        error: action == .skip ? "ledger" : nil,
        actions: [ActionAvailability(action, reason: nil)])
      try robot.take(
        .read(.instance(InstanceID(13)), as: Actor("carol"), .success(.instance(detail))))
    }
  }

  private static func looksBack(_ name: ActionName, after keys: String) -> ActionProof {
    ActionProof(
      name: name, contexts: [.instance], content: .typical, before: { try $0.press(keys) },
      off: .after(.typical, because: "") { robot in
        try robot.press(name == .pointForward ? "" : "{")
      },
      did: { robot, before in
        robot.effects.readings.contains {
          if case .moment(_, let message) = $0 { message != nil } else { false }
        }
      })
  }

  private static let versions: Set<PageKind> = [.workflows, .workflow]

  static let workflows: [ActionProof] = [
    ActionProof(
      name: .new, contexts: [.workflows], off: .others,
      did: { robot, _ in robot.interface.keyContext == .chooser }),
    ActionProof(
      name: .edit, contexts: versions, off: .readOnly,
      did: { robot, _ in robot.effects.edits.count == 1 }),
    ActionProof(
      name: .save, contexts: [.workflow],
      before: { robot in
        let text = Sample.workflowSource + "owner: carol\n"
        try robot.change { state in state.push(.workflow(WorkflowPage(.draft(text)))) }
        try robot.take(
          .workflowAnswered(.check(text), .success(.checked(Sample.check(Sample.findings)))))
      },
      off: .after(.typical, because: "it is being checked") { robot in
        try robot.change { state in
          state.push(.workflow(WorkflowPage(.draft(Sample.workflowSource))))
        }
      },
      did: { robot, _ in robot.interface.dialog?.title.hasPrefix("Save") == true }),
    ActionProof(
      name: .check, contexts: versions,
      off: .after(.empty, because: "") { robot in
        try robot.change { state in
          state.page = .workflows(WorkflowsPage())
          return []
        }
      },
      did: { robot, _ in
        robot.effects.orders.contains { if case .check = $0 { true } else { false } }
      }),
    activates([.workflows], .typical, after: "j"), activates([.workflow], .empty, after: ""),
    simulates([.workflows], .typical, after: "j"), simulates([.workflow], .empty, after: ""),
    ActionProof(
      name: .compare, contexts: versions, content: .typical,
      off: .after(.empty, because: "") { robot in
        try robot.change { state in
          state.page = .workflows(WorkflowsPage())
          return []
        }
      }, did: { robot, _ in robot.interface.overlay != nil }),
    ActionProof(
      name: .text, contexts: versions,
      off: .after(.empty, because: "") { robot in
        try robot.change { state in
          state.page = .workflows(WorkflowsPage())
          return []
        }
      }, did: { robot, _ in robot.text.contains("1  workflow: expense-approval") }),
    ActionProof(
      name: .delete, contexts: versions, content: .typical, off: .readOnly,
      did: { robot, _ in robot.interface.dialog != nil || robot.interface.overlay != nil }),
    steps(.pointForward, after: "", to: 1), steps(.pointBack, after: "}", to: nil),
    steps(.firstPoint, after: "}", to: 0), steps(.live, after: "", to: nil),
    ActionProof(
      name: .edit, contexts: [.simulation],
      did: { robot, _ in robot.interface.dialog?.fields.count ?? 0 > 1 }),
  ]

  private static func steps(_ name: ActionName, after keys: String, to step: Int?) -> ActionProof {
    ActionProof(
      name: name, contexts: [.simulation], before: { try $0.press(keys) },
      did: { robot, before in
        let index = robot.interface.page.simulation?.index
        return index != before.page.simulation?.index && (step == nil || index == step)
      })
  }

  /// A version with errors is neither activated nor simulated.
  private static func activates(
    _ contexts: Set<PageKind>, _ content: Scene.Content, after keys: String
  ) -> ActionProof {
    ActionProof(
      name: .activate, contexts: contexts, content: content, before: { try $0.press(keys) },
      off: .after(.typical, because: "it has 1 error") { _ in },
      did: { robot, _ in robot.interface.dialog != nil })
  }

  private static func simulates(
    _ contexts: Set<PageKind>, _ content: Scene.Content, after keys: String
  ) -> ActionProof {
    ActionProof(
      name: .simulate, contexts: contexts, content: content, before: { try $0.press(keys) },
      off: .after(.typical, because: "it has 1 error") { _ in },
      did: { robot, _ in
        robot.effects.readings.contains(.simulationSubjects("expense-report"))
      })
  }
}
