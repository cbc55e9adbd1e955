// What a robot says when the screen is not as it was expected to be.

/// An expectation that was not met: what was expected, by which line of the test, and the screen as
/// it was then.
public struct Unmet: Error, CustomStringConvertible, Sendable {
  /// What was expected, in one sentence.
  public let expectation: String
  /// The whole screen, one line per row.
  public let screen: String
  /// Where in the test, as `Tests/TripTests.swift:12`.
  public let place: String

  public var description: String { "\(place): \(expectation)\n\(screen)" }
}

/// A line of a test.
struct TestLine {
  let file: StaticString
  let line: UInt

  init(_ file: StaticString, _ line: UInt) {
    self.file = file
    self.line = line
  }

  var words: String { "\(file):\(line)" }
}
