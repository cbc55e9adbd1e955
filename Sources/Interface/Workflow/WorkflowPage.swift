// One version of a workflow, or a text that is to become one: its drawing and what is wrong with it.

import ApplicationRuntime
import Screen
import Workflow

/// A workflow's page.
package struct WorkflowPage: Sendable {
  enum Pane: Hashable, Sendable { case flow, findings }

  /// The version that is shown; nil for a draft.
  package let version: VersionName?
  /// The text that is not saved; nil for a version.
  package internal(set) var draft: WorkflowDraft?
  package internal(set) var detail: WorkflowVersionDetail?
  var failure: String?
  var pane = Pane.flow
  var flow = DiagramCursor()
  /// The finding under the cursor.
  package internal(set) var finding = 0
  /// The first line of the findings' pane that is on the screen.
  var top = 0

  package struct VersionName: Hashable, Sendable {
    package let workflow: WorkflowID
    package let number: Int
  }

  package init(_ text: WorkflowText) {
    switch text {
    case .version(let id, let number):
      version = VersionName(workflow: id, number: number)
      draft = nil
    case .draft(let text):
      version = nil
      draft = WorkflowDraft(text)
    }
  }

  var findings: [Finding] { draft.map { $0.check?.findings ?? [] } ?? detail?.row.findings ?? [] }

  var selectedFinding: Finding? { findings.indices.contains(finding) ? findings[finding] : nil }

  /// What it shows as something to read.
  var text: WorkflowText? {
    draft.map { .draft($0.text) } ?? version.map { .version($0.workflow, $0.number) }
  }

  mutating func take(_ detail: WorkflowVersionDetail) {
    self.detail = detail
    failure = nil
    flow.show(detail.figure)
    flow.settle()
  }

  mutating func take(_ check: WorkflowCheck) {
    draft?.check = check
    finding = 0
    top = 0
    flow.show(check.figure)
    flow.settle()
    pane = check.findings.isEmpty && check.figure != nil ? .flow : .findings
  }

  // MARK: Moving

  mutating func go(_ heading: Diagram.Heading) {
    switch (pane, heading) {
    case (.findings, .left): pane = .flow
    case (.findings, .right): break
    case (.findings, .up): select(finding: finding - 1)
    case (.findings, .down): select(finding: finding + 1)
    case (.flow, _): flow.go(heading)
    }
  }

  mutating func move(by distance: Int) {
    if abs(distance) == 1 { return go(distance < 0 ? .up : .down) }
    if pane == .findings { select(finding: finding + distance) } else { flow.jump(by: distance) }
  }

  mutating func select(finding index: Int) {
    finding = max(0, min(index, findings.count - 1))
  }
}
