/// The person who keeps the workflow: `{ owner: true }`.
public struct OwnerProvider: AssignmentProvider {
  public static let keyword = "owner"

  let location: SourceLocation

  /// A provider of the owner.
  public init() { location = .nowhere }

  init(location: SourceLocation) { self.location = location }

  public static func parse(_ reader: inout ElementReader) -> OwnerProvider? {
    guard reader.isTrue(keyword) else { return nil }
    return OwnerProvider(location: reader.mapping.location(of: keyword))
  }

  public var description: String { "owner" }

  public func check(_ checker: inout Checker) {
    guard checker.definition.owner == nil else { return }
    checker.report(
      at: location, "the workflow has no owner to be asked",
      "Name one with `owner:` beside `title`, or name somebody else here")
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people(checker.definition.owner.map { [$0] } ?? [])
  }
}
