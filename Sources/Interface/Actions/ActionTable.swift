// The one action table: dispatch, footer, help and palette come from it.

import Screen

/// All actions of all pages.
package struct ActionTable: Sendable {
  package private(set) var actions: [PageAction]

  package static let standard = ActionTable(
    actions: answerActions + documentActions + queueActions + editingActions + instanceActions
      + systemActions + generalActions + movementActions)

  init(actions: [PageAction]) { self.actions = actions }

  package func actions(in context: PageKind) -> [PageAction] {
    actions.filter { $0.contexts.contains(context) }
  }

  package func action(_ name: ActionName, in context: PageKind) -> PageAction? {
    actions.first { $0.name == name && $0.contexts.contains(context) }
  }

  /// The action of a key on a page.
  package func action(for key: Key, in context: PageKind) -> PageAction? {
    actions.first { $0.contexts.contains(context) && $0.keys.contains(key) }
  }

  /// The table with other keys for some actions, as `keys:` in the configuration gives them.
  ///
  /// - Throws: for a name or a key that does not exist, and for two actions on one key of a page.
  package func remapped(_ keys: [String: [String]]) throws(ActionTableError) -> ActionTable {
    var table = self
    for (name, spellings) in keys.sorted(by: { $0.key < $1.key }) {
      guard let name = ActionName(rawValue: name) else { throw .unknownAction(name) }
      var parsed: [Key] = []
      for spelling in spellings {
        guard let key = Key(spelling) else { throw .unknownKey(spelling, name) }
        guard key != .control("a"), key != .control("b") else { throw .neverBound(spelling, name) }
        parsed.append(key)
      }
      for index in table.actions.indices where table.actions[index].name == name {
        table.actions[index].keys = parsed
      }
    }
    if let collision = table.collisions.first { throw collision }
    return table
  }

  /// The keys that two actions of one page share.
  package var collisions: [ActionTableError] {
    PageKind.allCases.flatMap { context -> [ActionTableError] in
      var owners: [Key: ActionName] = [:]
      var found: [ActionTableError] = []
      for action in actions(in: context) {
        for key in action.keys {
          if let other = owners[key] {
            found.append(.collision(key.spelling, other, action.name, context))
          }
          owners[key] = action.name
        }
      }
      return found
    }
  }
}
