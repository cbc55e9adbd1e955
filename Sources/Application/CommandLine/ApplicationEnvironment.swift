// What a run of the program sees of the world around it, so that a test can give it another one.

import ApplicationRuntime

/// The world of one run: who started it, from where, and where its words go.
package struct ApplicationEnvironment {
  /// The document types that this binary knows.
  package var types: [any DocumentType]
  /// The environment variables.
  package var variables: [String: String]
  /// The name and number of the operating system's user.
  package var login: String
  package var userNumber: UInt32
  package var isInputTerminal: Bool
  package var isOutputTerminal: Bool
  /// The width of the terminal; nil when the output goes elsewhere.
  package var columns: Int?
  package var input: any ByteSource
  package var output: any TextSink
  package var errors: any TextSink
  /// The wall clock.
  package var clock: any EngineClock

  package init(
    types: [any DocumentType], variables: [String: String], login: String, userNumber: UInt32,
    isInputTerminal: Bool, isOutputTerminal: Bool, columns: Int?, input: any ByteSource,
    output: any TextSink, errors: any TextSink, clock: any EngineClock
  ) {
    self.types = types
    self.variables = variables
    self.login = login
    self.userNumber = userNumber
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.columns = columns
    self.input = input
    self.output = output
    self.errors = errors
    self.clock = clock
  }

  /// Whether a person can be asked.
  package var canPrompt: Bool { isInputTerminal && isOutputTerminal }
}

/// Where text goes.
package protocol TextSink: AnyObject {
  /// Throws ``ClosedPipe`` when nobody reads any more.
  func write(_ text: String) throws
  /// Hands on what is still kept back.
  func flush() throws
}

/// Where bytes come from.
package protocol ByteSource: AnyObject {
  /// Up to so many bytes; none at the end.
  func read(_ limit: Int) throws -> [UInt8]
  /// Whether reading would return at once.
  var isReady: Bool { get }
}

/// The reader of the output is gone: the program ends quietly.
package struct ClosedPipe: Error {
  package init() {}
}
