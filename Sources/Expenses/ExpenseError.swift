// What goes wrong in posting reports and in writing the ledger file.

/// An error of expense reports: a code for programs, a sentence for people.
public struct ExpenseError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable {
    /// A report that cannot be posted or paid.
    case cannotPost
    /// An entry whose postings do not add up to zero.
    case unbalanced
    /// A journal record that is no entry.
    case unreadable
    /// A ledger file that was not written from this journal, or was changed by hand.
    case foreignFile
    /// Entries of the ledger file, or of the journal, that are missing.
    case gap
    /// A ledger file that cannot be opened, read or written.
    case fileUnavailable
  }

  public let code: Code
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
