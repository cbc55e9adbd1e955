// The entries that a report makes.

import ApplicationRuntime
import Foundation
import Workflow

extension JournalEntry {
  /// The expenses of a report: one account per category and cost centre is debited; its
  /// originator is credited, and the company's card for what was paid with it.
  static func posting(
    of document: Document, instance: InstanceID, in currency: Currency, on day: Day
  ) throws(ExpenseError) -> JournalEntry {
    let costCenter = document.content.fields["cost-center"].text.flatMap { $0.isEmpty ? nil : $0 }
    var debits: [(account: String, amount: Money)] = []
    var credits: [(account: String, amount: Money)] = []
    for line in ExpenseLine.lines(of: document.content) {
      // What was approved is what was saved with the line, whatever rates say today.
      let saved = line.savedAmount.flatMap { $0.currency == currency ? $0 : nil }
      guard let category = line.category, let amount = saved ?? line.amount(in: currency) else {
        throw ExpenseError(
          .cannotPost,
          "\(document.id) cannot be posted: line \(line.number) lacks a category, an amount or "
            + "an exchange rate to \(currency)")
      }
      let method = line.paymentMethod.flatMap { PaymentMethod(rawValue: $0) } ?? .own
      let creditor =
        method.isReimbursed ? Account.employee(document.originator) : Account.companyCard
      do {
        for part in try parts(of: line, amount, category: category) {
          try add(
            part.amount, to: Account.expense(part.category, costCenter: costCenter), in: &debits)
        }
        try add(
          amount.negated(), to: creditor, in: &credits)
      } catch {
        throw ExpenseError(.cannotPost, "\(document.id) cannot be posted: \(error.message)")
      }
    }
    return try JournalEntry(
      kind: .posting, day: day, document: document.id, instance: instance,
      description: document.title,
      postings: (debits + credits).map { Posting(account: $0.account, amount: $0.amount) })
  }

  /// An itemized line in the categories of its items. What rounding leaves goes to the last one, so
  /// that the parts are the whole.
  private static func parts(
    of line: ExpenseLine, _ whole: Money, category: String
  ) throws(MoneyError) -> [(category: String, amount: Money)] {
    guard let total = line.amount, total.minorUnits != 0, !line.items.isEmpty,
      line.items.sum(in: total.currency) == total
    else { return [(category, whole)] }
    var parts: [(category: String, amount: Money)] = []
    var rest = whole
    for item in line.items.dropLast() {
      let share = Decimal(item.amount?.minorUnits ?? 0) / Decimal(total.minorUnits)
      let amount = try whole.multiplied(by: share)
      rest = try rest.subtracting(amount)
      parts.append((item.category ?? category, amount))
    }
    parts.append((line.items.last?.category ?? category, rest))
    return parts
  }

  /// What a posting owes to a person; nil when that is nothing.
  func amountOwed(to person: PersonID) -> Money? {
    let account = Account.employee(person)
    return postings.first { $0.account == account }.flatMap { try? $0.amount.negated() }
  }

  /// The payment of what a posting owes to a person; nil when that is nothing.
  func payment(to person: PersonID, on day: Day) throws(ExpenseError) -> JournalEntry? {
    guard let amount = amountOwed(to: person), let credit = try? amount.negated() else {
      return nil
    }
    return try JournalEntry(
      kind: .payment, day: day, document: document, instance: instance, description: description,
      postings: [
        Posting(account: Account.employee(person), amount: amount),
        Posting(account: Account.bank, amount: credit),
      ])
  }

  /// The entry that takes this one back.
  func reversed(by instance: InstanceID, on day: Day) throws(ExpenseError) -> JournalEntry {
    var opposite: [Posting] = []
    for posting in postings {
      do {
        opposite.append(
          Posting(account: posting.account, amount: try posting.amount.negated()))
      } catch {
        throw ExpenseError(.cannotPost, "\(document) cannot be reversed: \(error.message)")
      }
    }
    return try JournalEntry(
      kind: .reversal, day: day, document: document, instance: instance,
      description: description, postings: opposite)
  }

  private static func add(
    _ amount: Money, to account: String, in sums: inout [(account: String, amount: Money)]
  ) throws(MoneyError) {
    if let index = sums.firstIndex(where: { $0.account == account }) {
      sums[index].amount = try sums[index].amount.adding(amount)
    } else {
      sums.append((account, amount))
    }
  }
}

extension Money {
  fileprivate func negated() throws(MoneyError) -> Money {
    try Money(minorUnits: 0, currency: currency).subtracting(self)
  }
}
