// What takes long beside the pages: shown with its progress, and stopped when that is asked for.

import ApplicationRuntime

/// An import, an export or a simulation. Bulks are ``Work``.
package enum LongTask: Hashable, Sendable {
  case importing(String)
  case exporting(String)
  case simulating

  var title: String {
    switch self {
    case .importing(let path): "Import of \(path)"
    case .exporting(let path): "Export to \(path)"
    case .simulating: "Simulation"
    }
  }
}

/// How far a long task has come.
package struct TaskProgress: Hashable, Sendable {
  let startedAt: Duration
  var done = 0
  /// Nil while that is not known.
  var total: Int?
  var isStopping = false
}

extension Effect {
  /// The long task that it begins.
  package var longTask: LongTask? {
    switch self {
    case .importFile(let path, _, _): .importing(path)
    case .export(let export): .exporting(export.path)
    case .workflow(.simulate, _): .simulating
    default: nil
    }
  }
}
