/// The members of a group or role: `{ group: receipts }`.
public struct GroupProvider: AssignmentProvider {
  public static let keyword = "group"

  /// The group.
  public let group: GroupID
  /// Where the group is named.
  public let location: SourceLocation

  /// A provider of this group's members.
  public init(group: GroupID, location: SourceLocation = .nowhere) {
    self.group = group
    self.location = location
  }

  public static func parse(_ reader: inout ElementReader) -> GroupProvider? {
    guard let group = reader.mapping.requiredText(keyword, example: "receipts") else { return nil }
    return GroupProvider(
      group: GroupID(group), location: reader.mapping.location(ofValue: keyword))
  }

  public var description: String { "group \(group)" }

  public func check(_ checker: inout Checker) {
    guard let organization = checker.context.organization,
      organization.members(of: group) == nil
    else { return }
    checker.report(
      at: location, "unknown group \(quoted(group.rawValue))",
      checker.suggestion(for: group.rawValue, among: organization.groups.keys.map(\.rawValue)))
  }

  public func plurality(in checker: Checker) -> String? {
    let count = checker.context.organization?.members(of: group)?.count ?? 0
    return count > 1 ? "the group has \(count) members" : nil
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    .people(checker.context.organization?.members(of: group) ?? [])
  }
}
