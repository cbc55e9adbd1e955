// One entry of the action table.

import Screen

/// An action of the pages: everything that keys, footer, help and palette know of it.
package struct PageAction: Sendable {
  /// What it can do that one may regret.
  package enum Danger: Hashable, Sendable {
    case none
    /// It can be taken back.
    case undoable
    /// It asks first, and Cancel is the default.
    case asksFirst
  }

  package let name: ActionName
  package var keys: [Key]
  /// One word or two for the footer.
  package let label: String
  /// One sentence.
  package let help: String
  package let contexts: Set<PageKind>
  package let danger: Danger
  /// Its place in the footer, from the left; nil keeps it out.
  package let footer: Int?
  package let availability: @Sendable (InterfaceState) -> Availability
  let perform: @Sendable (inout InterfaceState) -> [Effect]

  /// Whether it works where printable keys are text, so that its keys there can be no such key.
  var isTyping: Bool { !contexts.isDisjoint(with: PageKind.typing) }

  init(
    _ name: ActionName, _ keys: String, _ label: String, _ help: String,
    in contexts: Set<PageKind>, danger: Danger = .none, footer: Int? = nil,
    when availability: @escaping @Sendable (InterfaceState) -> Availability = { _ in .on },
    perform: @escaping @Sendable (inout InterfaceState) -> [Effect]
  ) {
    self.name = name
    self.keys = keys.split(separator: " ").compactMap { Key(String($0)) }
    self.label = label
    self.help = help
    self.contexts = contexts
    self.danger = danger
    self.footer = footer
    self.availability = availability
    self.perform = perform
  }
}
