/// The person who submitted: `{ originator: true }`.
public struct OriginatorProvider: AssignmentProvider {
  public static let keyword = "originator"

  /// A provider of the originator.
  public init() {}

  public static func parse(_ reader: inout ElementReader) -> OriginatorProvider? {
    reader.isTrue(keyword) ? OriginatorProvider() : nil
  }

  public var description: String { "originator" }

  public func check(_ checker: inout Checker) {}

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people([originator.id])
  }
}
