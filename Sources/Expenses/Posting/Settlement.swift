// What happens to a report when it is approved: posting, payment, status. All inside the store.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The event handlers of expense reports. Each runs in its message's transaction, so that its
/// entry is in the journal exactly once, numbered without gaps.
struct Settlement {
  private let context: HandlerContext
  private let document: Document
  /// The last posting of the report and its round; 0 before the first.
  private let posting: JournalEntry?
  private let round: Int

  init(_ context: HandlerContext) throws {
    self.context = context
    document = try context.document
    var posting: JournalEntry?
    var round = 0
    while let next = try Self.entry(.posting, of: document.id, round: round + 1, in: context) {
      posting = next
      round += 1
    }
    self.posting = posting
    self.round = round
  }

  /// `run: post-to-ledger`. A report that was recalled after it was posted, and comes again, has
  /// its earlier posting reversed, so that it is in the books once.
  func post() throws {
    let instance = context.event.instance
    if let posting {
      guard posting.instance != instance else { return }
      guard try !isPaid else {
        throw ExpenseError(
          .cannotPost,
          "\(document.id) was paid in \(posting.instance): it cannot be posted once more")
      }
      try append(posting.reversed(by: instance, on: day), round: round)
    }
    try append(
      JournalEntry.posting(
        of: document, instance: instance, in: context.organization.currency, on: day),
      round: round + 1)
  }

  /// `run: pay`
  func pay() throws {
    guard let posting = current else {
      throw ExpenseError(
        .cannotPost, "\(document.id) cannot be paid before it is posted (run: post-to-ledger)")
    }
    guard let payment = try posting.payment(to: document.originator, on: day) else { return }
    try append(payment, round: round)
  }

  /// `workflowCompleted`: ready for transfer when posted, then paid when the payment is entered
  /// or nothing is owed to the originator.
  func settle() throws {
    guard let posting = current else { return }
    try context.setStatus(.readyForTransfer)
    let isOwed = posting.amountOwed(to: document.originator) != nil
    if try !isOwed || isPaid { try context.setStatus(.paid) }
  }

  /// The posting of this instance.
  private var current: JournalEntry? {
    posting.flatMap { $0.instance == context.event.instance ? $0 : nil }
  }

  private var isPaid: Bool {
    get throws {
      try Self.entry(.payment, of: document.id, round: round, in: context) != nil
    }
  }

  /// The day of the event where the organisation is.
  private var day: Day {
    context.organization.zone.day(of: context.event.at)
  }

  private func append(_ entry: JournalEntry, round: Int) throws {
    try context.append(
      entry.json.text, to: Journal.collection,
      key: Journal.key(entry.kind, of: document.id, round: round))
  }

  private static func entry(
    _ kind: JournalEntry.Kind, of document: DocumentID, round: Int, in context: HandlerContext
  ) throws -> JournalEntry? {
    let key = Journal.key(kind, of: document, round: round)
    return try context.record(in: Journal.collection, key: key).map {
      try JournalEntry(body: $0.body)
    }
  }
}
