// The statuses of a document (SPEC 2): set by the engine, then the type's own.

/// A document's status. The engine's own are the constants here; a type adds its own for what
/// comes after *approved*.
public struct DocumentStatus: RawRepresentable, Hashable, Sendable, Storable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let draft = DocumentStatus(rawValue: "draft")
  public static let submitted = DocumentStatus(rawValue: "submitted")
  public static let inReview = DocumentStatus(rawValue: "inReview")
  public static let changeRequested = DocumentStatus(rawValue: "changeRequested")
  public static let rejected = DocumentStatus(rawValue: "rejected")
  public static let approved = DocumentStatus(rawValue: "approved")

  /// The statuses that only the engine sets.
  public static let ofTheEngine: Set<DocumentStatus> = [
    .draft, .submitted, .inReview, .changeRequested, .rejected, .approved,
  ]
}
