/// The administrators of the system: `{ administrators: true }`.
public struct AdministratorsProvider: AssignmentProvider {
  public static let keyword = "administrators"

  /// A provider of the administrators.
  public init() {}

  public static func parse(_ reader: inout ElementReader) -> AdministratorsProvider? {
    reader.isTrue(keyword) ? AdministratorsProvider() : nil
  }

  public var description: String { "administrators" }

  public func check(_ checker: inout Checker) {}

  public func plurality(in checker: Checker) -> String? {
    let count = checker.context.organization?.administrators.count ?? 0
    return count > 1 ? "there are \(count) administrators" : nil
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people(checker.context.organization?.administrators ?? [])
  }
}
