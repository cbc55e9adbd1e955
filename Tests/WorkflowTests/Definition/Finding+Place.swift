// The short form in which tests compare findings.

import Workflow

extension Finding {
  /// `line:column message`
  var place: String { "\(location.line):\(location.column) \(message)" }
}
