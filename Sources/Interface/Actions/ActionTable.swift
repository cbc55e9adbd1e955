// The one action table: dispatch, footer, help and palette come from it.

import Screen

/// All actions of all pages.
package struct ActionTable: Sendable {
  package private(set) var actions: [PageAction]

  package static let standard = ActionTable(
    actions: answerActions + documentActions + queueActions + editingActions + instanceActions
      + systemActions + workflowActions + generalActions + movementActions + notificationActions
      + exportActions + statisticsActions + peopleActions + inputActions)

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
    let (table, errors) = remapping(keys)
    if let error = errors.first { throw error }
    return table
  }

  /// As ``remapped(_:)``, with everything that is wrong.
  package func remapping(
    _ keys: [String: [String]]
  ) -> (table: ActionTable, errors: [ActionTableError]) {
    var table = self
    var errors: [ActionTableError] = []
    for (word, spellings) in keys.sorted(by: { $0.key < $1.key }) {
      guard let name = ActionName(rawValue: word) else {
        errors.append(.unknownAction(word))
        continue
      }
      let named = actions.filter { $0.name == name }
      // One that is in other places too, by an entry of its own, has its text keys there alone.
      let isForEditing =
        named.contains { $0.isTyping && !$0.contexts.isSubset(of: PageKind.typing) }
        || named.allSatisfy(\.isTyping)
      var parsed: [Key] = []
      for spelling in spellings {
        if let key = Key(spelling) {
          if key == .control("a") || key == .control("b") {
            errors.append(.neverBound(spelling, name))
          } else if isForEditing, key.text != nil {
            errors.append(.typesText(spelling, name))
          } else {
            parsed.append(key)
          }
        } else {
          errors.append(.unknownKey(spelling, name))
        }
      }
      for index in table.actions.indices where table.actions[index].name == name {
        let isTyping = table.actions[index].isTyping
        let keys = isTyping ? parsed.filter { $0.text == nil } : parsed
        if !isTyping || !keys.isEmpty { table.actions[index].keys = keys }
      }
    }
    return (table, errors.isEmpty ? table.collisions : errors)
  }

  /// What each key does where it is pressed.
  func names(in context: PageKind) -> [Key: ActionName] {
    var names: [Key: ActionName] = [:]
    for action in actions(in: context) {
      for key in action.keys where names[key] == nil { names[key] = action.name }
    }
    return names
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
