// What a store says when it cannot do what was asked.

/// An error of a store: a code for programs and a sentence that a person can act on.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable {
    /// Another process held the store for too long.
    case busy
    case diskFull
    case inputOutput
    /// There is no store at this place.
    case missing
    case exists
    case cannotCreate
    /// It is there and may not be read or written.
    case noPermission
    /// A file that is no store of Countersign.
    case foreign
    case damaged
    /// Made by a newer release.
    case newer
    case readOnly
    /// A uniqueness rule refused a row.
    case conflict
    case closed
    /// A fault in how the store is used.
    case unexpected
  }

  public let code: Code
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }

  /// Whether the cause lies outside the work: no attempt of a message is counted for it (SPEC 9).
  public var isEnvironmental: Bool {
    switch code {
    case .busy, .diskFull, .inputOutput, .noPermission, .readOnly, .closed: true
    default: false
    }
  }
}
