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
    self.message = Self.printable(message)
    self.remedy = Self.printable(remedy)
  }

  /// Conditions and names come from the file, line breaks and all; a finding is one line.
  private static func printable(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
        || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar == "\n" || scalar == "\t" || scalar == "\r"
      result.append(isSpace ? " " : isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// `file:line:column: error: message. remedy`
  public var description: String {
    "\(location): \(severity.rawValue): \(message). \(remedy)"
  }
}
