// How a subworkflow runs: another workflow on a related document, waited for or not.

import Workflow

extension SubworkflowElement: ParentElement {
  func begin(_ element: Element, _ turn: inout Turn) throws(RuntimeError) {
    let path = element.path
    guard let document = try relatedDocument(element, &turn) else {
      return turn.end(path, .completed)
    }
    guard try turn.ask({ try $0.activeVersion(of: workflow) }) != nil else {
      throw RuntimeError(
        .noChild,
        "\(path): the workflow “\(workflow)” has no active version; activate one, then resume")
    }
    let child = ChildState(line: 0, workflow: workflow)
    guard waits else {
      turn.startIndependentChild(child, of: path, document: document)
      return turn.end(path, .completed)
    }
    turn.update(path) { $0.phase = .working }
    turn.startChild(child, of: path, document: document)
  }

  func waitsFor(_ element: Element, _ state: ElementState) -> String? {
    state.phase == .working ? element.name : nil
  }

  func childEnded(
    _ child: ChildState, _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) {
    switch child.outcome ?? .completed {
    case .completed: turn.end(element.path, .completed)
    case .denied: turn.end(element.path, .denied)
    case .returned, .changeRequested, .canceled: turn.end(element.path, .returned)
    }
  }

  /// The document that the field names; nil when the field is empty, which is nothing to do.
  private func relatedDocument(
    _ element: Element, _ turn: inout Turn
  ) throws(RuntimeError) -> DocumentID? {
    let value = try turn.ask { try $0.field(document) }
    var reads = ReadRecorder()
    _ = reads.record(document, value)
    switch value {
    case .none, .text(""):
      turn.record(
        .stepSkipped, element: element.path, detail: "\(document) names no document",
        values: reads.values)
      return nil
    case .text(let id):
      return DocumentID(id)
    default:
      throw RuntimeError(
        .noChild,
        "\(element.path): \(document) is \(value.kind), not the id of a document")
    }
  }
}
