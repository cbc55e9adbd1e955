// What is wrong with the keys of a configuration.

package enum ActionTableError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownAction(String)
  case unknownKey(String, ActionName)
  /// Ctrl-A and Ctrl-B belong to the terminal's multiplexer.
  case neverBound(String, ActionName)
  /// Where one types every printable key is text.
  case typesText(String, ActionName)
  case collision(String, ActionName, ActionName, PageKind)

  package var description: String {
    switch self {
    case .unknownAction(let name): "keys: there is no action “\(name)”"
    case .unknownKey(let key, let name): "keys: “\(key)” for \(name.rawValue) is no key"
    case .neverBound(let key, let name): "keys: \(key) for \(name.rawValue) is never bound"
    case .typesText(let key, let name):
      "keys: “\(key)” for \(name.rawValue) is text where one types"
    case .collision(let key, let one, let other, let page):
      "keys: “\(key)” means both \(one.rawValue) and \(other.rawValue) on the page \(page.rawValue)"
    }
  }

  /// The actions that it is about, by the names that the configuration gives them.
  package var actions: [String] {
    switch self {
    case .unknownAction(let name): [name]
    case .unknownKey(_, let name), .neverBound(_, let name), .typesText(_, let name):
      [name.rawValue]
    case .collision(_, let one, let other, _): [one.rawValue, other.rawValue]
    }
  }
}
