// What is wrong with the keys of a configuration.

package enum ActionTableError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownAction(String)
  case unknownKey(String, ActionName)
  /// Ctrl-A and Ctrl-B belong to the terminal's multiplexer.
  case neverBound(String, ActionName)
  case collision(String, ActionName, ActionName, PageKind)

  package var description: String {
    switch self {
    case .unknownAction(let name): "keys: there is no action “\(name)”"
    case .unknownKey(let key, let name): "keys: “\(key)” for \(name.rawValue) is no key"
    case .neverBound(let key, let name): "keys: \(key) for \(name.rawValue) is never bound"
    case .collision(let key, let one, let other, let page):
      "keys: \(key) means both \(one.rawValue) and \(other.rawValue) on the page \(page.rawValue)"
    }
  }
}
