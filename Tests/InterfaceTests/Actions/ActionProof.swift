// What proves an action of the table: where it is on, what it then does, and why it is off.

import InterfaceTestKit
import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

/// One proof for an action in some contexts of the table.
struct ActionProof: Sendable, CustomTestStringConvertible {
  typealias Steps = @Sendable (Robot) throws -> Void

  /// How it comes to be off.
  enum Off: Sendable {
    /// It never is, whatever is on the page.
    case never
    /// In a read-only session.
    case readOnly
    /// For somebody who is no administrator.
    case others
    /// After these steps, or for nothing on the page, with these words in its reason.
    case after(Scene.Content, because: String, Steps)
    /// It has no place there in any scene, or is off with these words in all of them.
    case always(because: String)
  }

  let name: ActionName
  let contexts: Set<PageKind>
  var content = Scene.Content.typical
  /// What brings it to where it is on.
  var before: Steps = { _ in }
  var off = Off.never
  /// What it did, seen from the pages as they were before.
  var did: @Sendable (Robot, InterfaceState) -> Bool = { _, _ in false }

  var testDescription: String {
    "\(name.rawValue) in \(contexts.map(\.rawValue).sorted().joined(separator: ", "))"
  }

  /// A robot at the page or in the situation of a context.
  static func robot(
    _ context: PageKind, _ content: Scene.Content, isReadOnly: Bool = false,
    isAdministrator: Bool? = true
  ) throws -> Robot {
    let isOverForm = [.calendar, .files].contains(context)
    let page: PageKind =
      isOverForm ? .edit : PageKind.overPages.contains(context) ? .inbox : context
    let robot = try Scene(page: page, content: content)
      .robot(isAdministrator: isAdministrator) { setup in
        setup.mayActAsOthers = true
        setup.hasColleagues = true
        setup.isReadOnly = isReadOnly
        setup.filters.apply(FilterChange(.keep(name: "a", filter: "town"), on: .inbox))
        setup.filters.apply(FilterChange(.keep(name: "b", filter: "Person"), on: .inbox))
        setup.filters.apply(FilterChange(.used(filter: "town"), on: .inbox))
        setup.filters.apply(FilterChange(.used(filter: "Person"), on: .inbox))
      }
    switch context {
    case .dialog: try robot.press("m a b")
    case .buttons: try robot.press("Space j Space a")
    case .chooser: try robot.press("F")
    case .reading: try robot.press("w")
    case .filter: try robot.press("/ b e r")
    case .calendar: try robot.press("^K")
    case .files: try robot.press("^T")
    default: break
    }
    return robot
  }

  /// Presses its key, or runs it as the palette does where it has none.
  static func perform(_ action: PageAction, by robot: Robot) throws {
    if let key = action.keys.first { return try robot.take(.input(.key(key))) }
    try robot.change { $0.run(action) + $0.settled() }
  }
}

/// Answers to what an action wants to know, as somebody in a hurry gives them.
extension Robot {
  func answerAll() throws {
    for _ in 0..<4 {
      guard let dialog = interface.dialog, let field = dialog.focusedField else { break }
      if dialog.fields[field].choice == nil { try type("because") } else { try press("Down") }
      try press("Tab")
    }
    if interface.dialog != nil { try press("y") }
  }

  /// What the last step asks of the engine.
  var asked: ActionName? {
    effects.requests.first.flatMap { request in
      ActionName.allCases.first {
        $0.rawValue.replacing("-", with: "") == "\(request.action)".lowercased()
      }
    }
  }
}
