/// Application code runs, and no person is asked.
public struct AutomatedElement: ElementDefinition {
  public static let keyword = "automated"

  /// The name of what the document type executes.
  public let run: String
  /// Whether a restart runs it again after it completed.
  public let again: Bool
  let runLocation: SourceLocation

  /// An automated element.
  public init(run: String, again: Bool = false) {
    self.init(run: run, again: again, runLocation: .nowhere)
  }

  private init(run: String, again: Bool, runLocation: SourceLocation) {
    self.run = run
    self.again = again
    self.runLocation = runLocation
  }

  public static func parse(_ reader: inout ElementReader) -> AutomatedElement? {
    let again = reader.mapping.bool("again") ?? false
    guard let run = reader.mapping.requiredText("run", example: "post-to-ledger") else {
      return nil
    }
    return AutomatedElement(
      run: run, again: again, runLocation: reader.mapping.location(ofValue: "run"))
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    guard let known = checker.context.executables[checker.definition.type],
      !known.contains(run)
    else { return }
    checker.report(
      at: runLocation,
      "the type `\(checker.definition.type)` executes nothing named \(quoted(run))",
      checker.suggestion(for: run, among: Array(known)))
  }
}
