// A text of a workflow that is not saved.

import Workflow

/// What somebody wrote in `$EDITOR`, until it is saved or dropped.
package struct WorkflowDraft: Sendable {
  package var text: String
  /// What a check said of the text; nil until it did.
  package internal(set) var check: WorkflowCheck?

  package init(_ text: String) {
    // Editors end a file with a line end.
    self.text = text.hasSuffix("\n") ? text : text + "\n"
  }

  /// The line `workflow: …`, as long as nothing else is known of it.
  var name: String {
    if let id = check?.workflow { return id.rawValue }
    let line = text.split(separator: "\n").first { $0.hasPrefix("workflow:") }
    return line.map { $0.dropFirst("workflow:".count).trimmingPrefix { $0 == " " } }
      .map { String($0.prefix(40)) } ?? "a new workflow"
  }
}
