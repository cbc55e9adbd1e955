/// Something that is wrong or doubtful in a file: where, what, and how to mend it.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// Whether the file can be used.
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, once somebody accepted this.
    case warning
  }

  public let severity: Severity
  public let location: SourceLocation
  /// What is wrong.
  public let message: String
  /// How to mend it.
  public let remedy: String

  /// A finding; message and remedy are sentences without their full stop or with it.
  public init(
    severity: Severity, location: SourceLocation, message: String, remedy: String
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.remedy = remedy
  }

  /// `file:line:column: error: message. remedy`
  public var description: String {
    "\(location): \(severity.rawValue): \(message). \(remedy)"
  }
}
