/// The person who submitted: `{ originator: true }`.
public struct OriginatorProvider: AssignmentProvider {
  public static let keyword = "originator"

  /// A provider of the originator.
  public init() {}

  public static func parse(_ reader: inout ElementReader) -> OriginatorProvider? {
    guard reader.mapping.requiredNode(keyword, example: "true") != nil,
      let isWanted = reader.mapping.bool(keyword)
    else { return nil }
    guard isWanted else {
      reader.mapping.error(
        at: reader.mapping.location(ofValue: keyword), "`originator: false` asks nobody",
        "Write `originator: true` or name somebody else")
      return nil
    }
    return OriginatorProvider()
  }

  public var description: String { "originator" }

  public func check(_ checker: inout Checker) {}

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people([originator.id])
  }
}
