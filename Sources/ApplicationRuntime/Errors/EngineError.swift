// What the engine says to its callers: a code for programs, a sentence for people.

/// An error of the application runtime.
public struct EngineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The codes that commands print and map to an exit status (INTERFACE 3).
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case usage, badData, notFound, notAllowed, alreadyClosed, locked, conflict
    case storeUnavailable, storeForeign, storeDamaged, storeNewer, cannotCreate
    case tryAgain, interrupted, `internal`
  }

  public let code: Code
  public let message: String
  /// Several things that are wrong, one sentence each; empty when `message` says it all.
  public let details: [String]

  public init(_ code: Code, _ message: String, details: [String] = []) {
    self.code = code
    self.message = message
    self.details = details
  }

  public var description: String { ([message] + details).joined(separator: "\n") }

  /// The error for what a store said.
  public init(_ error: StoreError) {
    let code: Code =
      switch error.code {
      case .busy, .diskFull, .inputOutput, .noPermission, .readOnly, .closed: .storeUnavailable
      case .missing: .notFound
      case .exists, .cannotCreate: .cannotCreate
      case .foreign: .storeForeign
      case .damaged: .storeDamaged
      case .newer: .storeNewer
      case .conflict: .conflict
      case .unexpected: .internal
      }
    self.init(code, error.message)
  }
}
