/// The person who approved last in the instance: `{ previous-approver: true }`.
public struct PreviousApproverProvider: AssignmentProvider {
  public static let keyword = "previous-approver"

  let location: SourceLocation

  /// A provider of the previous approver.
  public init() { location = .nowhere }

  private init(location: SourceLocation) { self.location = location }

  public static func parse(_ reader: inout ElementReader) -> PreviousApproverProvider? {
    guard reader.isTrue(keyword) else { return nil }
    return PreviousApproverProvider(location: reader.mapping.location(of: keyword))
  }

  public var description: String { "previous approver" }

  public func check(_ checker: inout Checker) {}

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .unknown
  }
}
