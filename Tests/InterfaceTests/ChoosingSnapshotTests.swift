// Dialogs and choosers in which one of several is chosen, as they are drawn.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Frames of choices")
struct ChoosingSnapshotTests {
  @Test("dialogs in which one of several is chosen", arguments: SnapshotTests.looks)
  func choosing(look: SnapshotTests.Look) throws {
    var state = InterfaceState.sample(size: look.size)
    state.fillInbox()
    state.press("Space Space d")
    state.answer(
      .choices(.delegate, [WorkItemID(9), WorkItemID(12)]), .choices(Sample.people))
    state.type("l")
    try expectSnapshot("delegate-several", of: state, glyphs: look.glyphs)
    state.press("Esc Esc g R")
    state.answer(.choices(.requestChange, [WorkItemID(9)]), .choices(Sample.addressees))
    state.type("Which fair?")
    try expectSnapshot("request-change", of: state, glyphs: look.glyphs)
    state.press("Tab")
    try expectSnapshot("request-change-of", of: state, glyphs: look.glyphs)
    state.press("Esc Esc o")
    try expectSnapshot("sort", of: state, glyphs: look.glyphs)
    state = .sample(size: look.size, isAdministrator: true)
    state.fillInbox(Sample.offers)
    state.press("C")
    try expectSnapshot("choose", of: state, glyphs: look.glyphs)
    state.press("Esc 5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Hostile.instances, next: nil)))
    state.press("A")
    state.answer(
      .openItems([InstanceID(1)]),
      .openItems([
        Sample.item(31, document: "ER-000017", step: Hostile.texts[0], assignee: "sue"),
        Sample.item(32, document: "ER-000017", step: Hostile.texts[3], assignee: "ivan"),
      ]))
    state.answer(.choices(.reassign, []), .choices(Sample.people))
    try expectSnapshot("reassign-hostile", of: state, glyphs: look.glyphs)
  }
}
