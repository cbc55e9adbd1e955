// Where the sources, the test data and the program lie.

import Foundation

enum Repository {
  /// The root of the repository, whatever links lead to this file.
  static let root: URL = {
    var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url
  }()

  static func fixture(_ name: String) -> String {
    root.appendingPathComponent("Tests/EndToEndTests/Fixtures/\(name)").path
  }

  /// The log of travel declarations, which is beside the repository on some machines only.
  static let travelLog = root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/DomesticDeclarations.xes.gz").path

  static var hasTravelLog: Bool { FileManager.default.fileExists(atPath: travelLog) }

  /// The program under test: `COUNTERSIGN_BINARY`, else the one built beside these tests.
  static let binary: String = {
    let named = ProcessInfo.processInfo.environment["COUNTERSIGN_BINARY"] ?? ""
    if !named.isEmpty { return named }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("countersign").path
  }()
}
