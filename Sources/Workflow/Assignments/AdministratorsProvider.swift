/// The administrators of the system: `{ administrators: true }`.
public struct AdministratorsProvider: AssignmentProvider {
  public static let keyword = "administrators"

  /// A provider of the administrators.
  public init() {}

  public static func parse(_ reader: inout ElementReader) -> AdministratorsProvider? {
    guard reader.mapping.requiredNode(keyword, example: "true") != nil,
      let isWanted = reader.mapping.bool(keyword)
    else { return nil }
    guard isWanted else {
      reader.mapping.error(
        at: reader.mapping.location(ofValue: keyword), "`administrators: false` asks nobody",
        "Write `administrators: true` or name somebody else")
      return nil
    }
    return AdministratorsProvider()
  }

  public var description: String { "administrators" }

  public func check(_ checker: inout Checker) {}

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people(checker.context.organization?.administrators ?? [])
  }
}
