// The text that a new workflow begins with.

import Workflow

/// A workflow that is shipped, as `n` offers it.
package struct ShippedWorkflow: Hashable, Sendable {
  package let id: String
  package let text: String
  private let givenTitle: String?

  /// - Parameter title: nil is read in the text when it is asked for: nothing waits for it before.
  package init(id: String, title: String? = nil, text: String) {
    self.id = id
    givenTitle = title
    self.text = text
  }

  package var title: String {
    givenTitle ?? WorkflowDefinition.parse(text, file: id).definition?.title ?? ""
  }
}

enum WorkflowTemplate {
  /// A small workflow that is valid for every type and organisation.
  static func text(for type: DocumentTypeID, titled title: String, named id: String) -> String {
    """
    workflow: \(id)
    title: \(title) approval
    type: \(type)
    # When it runs: a condition over the document's fields. Without one it always does.
    # activation: total > 100
    elements:
      - approval: management
        subject: "{document.title}"
        steps:
          - step: manager
            # The superior of who submits; without one, an administrator.
            assign:
              hierarchy: manager
              from: originator
              until: "true"
              fallback: { administrators: true }
            limit: 3 days

    """
  }

  /// The text under another name.
  static func copy(of source: String, named id: String) -> String {
    var isNamed = false
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard !isNamed, line.hasPrefix("workflow:") else { return String(line) }
      isNamed = true
      return "workflow: \(id)"
    }
    return lines.joined(separator: "\n")
  }
}
