// The label of a header field as it is understood where it stands by itself.

import Workflow

extension Field {
  /// `Period from` for the field `period-from` whose label is `From`: a header has its originator,
  /// its people and its days side by side, and "From" alone could be any of them.
  var labelAlone: String {
    let words = spelledOut(name)
    let label = label.lowercased()
    guard label == "from" || label == "to", words.hasSuffix(" " + label) else { return self.label }
    return words.capitalizedFirst
  }
}
