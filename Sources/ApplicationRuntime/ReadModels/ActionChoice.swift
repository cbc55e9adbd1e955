// One of those that an action can name: a person who gets an item, a queue that it goes to.

/// A person or a queue that is offered for an action.
package struct ActionChoice: Hashable, Sendable {
  /// The id that the request names.
  package let id: String
  package let name: String
  /// Why one would take it: "originator", "approved it", "away: Ann Lund acts for them".
  package let note: String
  /// Whether it is taken where nobody says otherwise.
  package let isUsual: Bool

  package init(id: String, name: String, note: String = "", isUsual: Bool = false) {
    self.id = id
    self.name = name
    self.note = note
    self.isUsual = isUsual
  }
}
