// The nearest of the names that there are, for somebody who wrote another one.

import Workflow

/// Finds what was meant by a name that is none.
package enum Nearest {
  /// `; did you mean “frank”?`, or all names where there are few, or nothing.
  package static func hint(to word: String, among names: [String]) -> String {
    if let nearest = Spelling.nearest(to: word, among: names) {
      return "; did you mean “\(nearest)”?"
    }
    guard !names.isEmpty, names.count <= 8 else { return "" }
    return "; there are " + names.sorted().joined(separator: ", ")
  }
}
