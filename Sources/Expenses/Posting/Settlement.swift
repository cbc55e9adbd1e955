// What happens to a report when it is approved: posting, payment, status. All inside the store.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The event handlers of expense reports. Each runs in its message's transaction, so that its
/// entry is in the journal exactly once, numbered without gaps.
enum Settlement {
  /// `run: post-to-ledger`
  static func post(_ context: HandlerContext) throws {
    let entry = try JournalEntry.posting(
      of: context.document, instance: context.event.instance,
      in: context.organization.currency, on: day(of: context))
    try context.append(
      entry.json.text, to: Journal.collection,
      key: Journal.key(.posting, of: context.event.instance))
  }

  /// `run: pay`
  static func pay(_ context: HandlerContext) throws {
    let document = try context.document
    guard let posting = try entry(.posting, in: context) else {
      throw ExpenseError(
        .cannotPost, "\(document.id) cannot be paid before it is posted (run: post-to-ledger)")
    }
    let payment = try JournalEntry.payment(
      of: posting, to: document.originator, on: day(of: context))
    guard let payment else { return }
    try context.append(
      payment.json.text, to: Journal.collection,
      key: Journal.key(.payment, of: context.event.instance))
  }

  /// `workflowCompleted`: ready for transfer when posted, then paid when the payment is entered
  /// or nothing is owed to the originator.
  static func settle(_ context: HandlerContext) throws {
    guard let posting = try entry(.posting, in: context) else { return }
    try context.setStatus(.readyForTransfer)
    let account = Account.employee(try context.document.originator)
    let isOwed = posting.postings.contains { $0.account == account }
    if try !isOwed || entry(.payment, in: context) != nil { try context.setStatus(.paid) }
  }

  private static func entry(
    _ kind: JournalEntry.Kind, in context: HandlerContext
  ) throws -> JournalEntry? {
    let key = Journal.key(kind, of: context.event.instance)
    return try context.record(in: Journal.collection, key: key).map {
      try JournalEntry(body: $0.body)
    }
  }

  /// The day of the event where the organisation is.
  private static func day(of context: HandlerContext) -> Day {
    LocalCalendar(timeZone: context.organization.timeZone).day(of: context.event.at)
  }
}
