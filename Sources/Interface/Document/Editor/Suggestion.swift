/// A value that a field may be completed to.
package struct Suggestion: Hashable, Sendable {
  /// What the field then holds: `4100`.
  package let value: String

  /// What people call it, shown beside the value: `Sales`.
  package let label: String?

  package init(_ value: String, label: String? = nil) {
    self.value = value
    self.label = label
  }
}
