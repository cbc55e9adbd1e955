// What can lie over a page or happen on it: dialogs, menus, help, a step back, a first start.

import InterfaceTestKit
import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

/// A page in a situation, which some keys bring about.
struct Situation: Sendable, CustomTestStringConvertible {
  let name: String
  let scene: Scene
  var isAdministrator: Bool?
  var isReadOnly = false
  /// How far it goes, from the page on.
  let happens: @Sendable (Robot) throws -> Void

  init(
    _ name: String, _ page: PageKind, _ content: Scene.Content = .typical,
    isAdministrator: Bool? = nil, isReadOnly: Bool = false,
    happens: @escaping @Sendable (Robot) throws -> Void
  ) {
    self.name = name
    scene = Scene(page: page, content: content)
    self.isAdministrator = isAdministrator
    self.isReadOnly = isReadOnly
    self.happens = happens
  }

  /// A situation that keys alone bring about.
  init(
    _ name: String, _ page: PageKind, _ content: Scene.Content = .typical,
    isAdministrator: Bool? = nil, keys: String
  ) {
    self.init(name, page, content, isAdministrator: isAdministrator) { try $0.press(keys) }
  }

  var testDescription: String { name }

  /// A robot in the situation.
  func robot(size: Size) throws -> Robot {
    let robot = try scene.robot(size: size, isAdministrator: isAdministrator) { setup in
      setup.mayActAsOthers = true
      setup.isReadOnly = isReadOnly
      setup.filters.apply(FilterChange(.keep(name: "large", filter: "amount>1000"), on: .inbox))
      setup.filters.apply(FilterChange(.keep(name: "mine", filter: "from:sam"), on: .inbox))
      setup.filters.apply(FilterChange(.used(filter: "due<fri"), on: .inbox))
      setup.shippedWorkflows = [
        ShippedWorkflow(id: "every-element", title: "Every element", text: "workflow: x\n")
      ]
    }
    try happens(robot)
    return robot
  }
}
