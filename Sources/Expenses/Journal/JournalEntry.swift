// A balanced entry of the journal, as a value.

import Workflow

/// What posting or paying a report means for the accounts. Its number is that of its record.
public struct JournalEntry: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// The expenses of a report, owed to the person who had them.
    case posting
    /// The money goes to that person.
    case payment
    /// Takes a posting back.
    case reversal
  }

  /// An amount that goes to an account, or comes from it when it is negative.
  public struct Posting: Hashable, Sendable {
    public let account: String
    public let amount: Money

    public init(account: String, amount: Money) {
      self.account = account
      self.amount = amount
    }
  }

  public let kind: Kind
  public let day: Day
  public let document: DocumentID
  public let instance: InstanceID
  public let description: String
  public let postings: [Posting]

  /// An entry; its postings must add up to zero in each currency.
  public init(
    kind: Kind, day: Day, document: DocumentID, instance: InstanceID, description: String,
    postings: [Posting]
  ) throws(ExpenseError) {
    self.kind = kind
    self.day = day
    self.document = document
    self.instance = instance
    self.description = description
    self.postings = postings
    var sums: [Currency: Money] = [:]
    for amount in postings.map(\.amount) {
      let sum = sums[amount.currency] ?? Money(minorUnits: 0, currency: amount.currency)
      do {
        sums[amount.currency] = try sum.adding(amount)
      } catch {
        throw ExpenseError(.unbalanced, "The entry for \(document): \(error.message)")
      }
    }
    if let rest = sums.values.first(where: { $0.minorUnits != 0 }) {
      throw ExpenseError(.unbalanced, "The entry for \(document) is out of balance by \(rest)")
    }
    guard postings.count >= 2 else {
      throw ExpenseError(.unbalanced, "The entry for \(document) moves nothing")
    }
  }
}
