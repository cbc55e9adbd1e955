import Workflow

/// What usually goes together: a merchant and its category.
package struct Habit: Hashable, Sendable {
  /// The line field that brings the others: `merchant`.
  package let field: String

  /// Its value: `DSB`.
  package let value: String

  /// What the other fields of the line then usually hold.
  package let usual: Record

  package init(field: String, value: String, usual: Record) {
    self.field = field
    self.value = value
    self.usual = usual
  }
}
