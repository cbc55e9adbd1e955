// Every action of the table has a proof: what it does where it is on, and why where it is off.

import InterfaceTestKit
import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Every action of the table")
struct ActionProofTests {
  private static let table = ActionTable.standard

  @Test("has a proof in every context")
  func covered() {
    for action in Self.table.actions {
      for context in action.contexts {
        let proofs = ActionProof.all.filter {
          $0.name == action.name && $0.contexts.contains(context)
        }
        #expect(!proofs.isEmpty, "\(action.name.rawValue) in \(context.rawValue)")
      }
    }
    for proof in ActionProof.all {
      for context in proof.contexts {
        #expect(Self.table.action(proof.name, in: context) != nil, "\(proof.testDescription)")
      }
    }
  }

  @Test("does what it says where it is on", arguments: ActionProof.all)
  func effect(proof: ActionProof) throws {
    if case .always = proof.off { return }
    for context in proof.contexts.sorted(by: { $0.rawValue < $1.rawValue }) {
      let robot = try ActionProof.robot(context, proof.content)
      try proof.before(robot)
      let action = try #require(Self.table.action(proof.name, in: context))
      let name = "\(proof.name.rawValue) in \(context.rawValue)"
      #expect(action.availability(robot.interface) == .on, "\(name)")
      let before = robot.interface
      try ActionProof.perform(action, by: robot)
      let isDone = proof.did(robot, before)
      #expect(isDone, "\(name)\n\(robot.text)")
    }
  }

  @Test("keeps its place and says why where it is off", arguments: ActionProof.all)
  func reason(proof: ActionProof) throws {
    for context in proof.contexts.sorted(by: { $0.rawValue < $1.rawValue }) {
      let action = try #require(Self.table.action(proof.name, in: context))
      let name = "\(proof.name.rawValue) in \(context.rawValue)"
      let robot: Robot
      var words = ""
      switch proof.off {
      case .never, .always: continue
      case .readOnly:
        robot = try ActionProof.robot(context, proof.content, isReadOnly: true)
        try? proof.before(robot)
        words = "read-only session"
      case .others:
        robot = try ActionProof.robot(context, proof.content)
        try robot.change { state in
          state.viewer = Viewer(actor: Actor("frank"), name: "Frank Berg", isAdministrator: false)
          return []
        }
        words = "only an administrator"
      case .after(let content, let because, let steps):
        robot = try ActionProof.robot(context, content)
        try steps(robot)
        words = because
      }
      let reason = action.availability(robot.interface).reason
      #expect(reason?.has(words) == true, "\(name): \(reason ?? "no reason")")
      let page = robot.interface.page.kind
      try ActionProof.perform(action, by: robot)
      let told = robot.interface.toasts.last?.text
      #expect(told?.contains(reason ?? "–") == true, "\(name): \(told ?? "nothing told")")
      #expect(robot.effects.isEmpty, "\(name)")
      #expect(robot.interface.page.kind == page, "\(name)")
    }
  }

  /// Every page with every content, once for all proofs.
  private static let scenes = Result {
    try Scene.all.map { scene in
      (scene, try ActionProof.robot(scene.page, scene.content).interface)
    }
  }

  @Test("that is never off or always off is so in every scene")
  func everywhere() throws {
    for (scene, state) in try Self.scenes.get() {
      for proof in ActionProof.all where proof.contexts.contains(scene.page) {
        let action = try #require(Self.table.action(proof.name, in: scene.page))
        let found = action.availability(state)
        let isSo =
          switch proof.off {
          case .never: found == .on
          case .always(let words): found == .absent || found.reason?.has(words) == true
          default: true
          }
        #expect(isSo, "\(proof.name.rawValue) in \(scene): \(found)")
      }
    }
  }
}

extension String {
  fileprivate func has(_ words: String) -> Bool { words.isEmpty || contains(words) }
}
