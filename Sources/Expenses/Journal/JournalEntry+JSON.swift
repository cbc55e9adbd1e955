// The form in which the store keeps an entry.

import Workflow

extension JournalEntry {
  /// The entry as JSON.
  public var json: JSON {
    [
      "kind": .string(kind.rawValue),
      "day": .string(day.iso8601),
      "document": .string(document.rawValue),
      "instance": .string(instance.description),
      "description": .string(description),
      "postings": .array(
        postings.map { ["account": .string($0.account), "amount": $0.amount.json] }),
    ]
  }

  /// Reads an entry that the store kept.
  public init(json: JSON) throws(ExpenseError) {
    guard let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }),
      let day = json["day"]?.string.flatMap({ Day(iso8601: $0) }),
      let document = json["document"]?.string,
      let instance = json["instance"]?.string.flatMap({ InstanceID(parsing: $0) }),
      let description = json["description"]?.string,
      let stored = json["postings"]?.array
    else { throw Self.unreadable }
    var postings: [Posting] = []
    for posting in stored {
      guard let account = posting["account"]?.string, let amount = posting["amount"],
        let money = try? Money(json: amount)
      else { throw Self.unreadable }
      postings.append(Posting(account: account, amount: money))
    }
    try self.init(
      kind: kind, day: day, document: DocumentID(document), instance: instance,
      description: description, postings: postings)
  }

  /// Reads the body of a journal record.
  public init(body: String) throws(ExpenseError) {
    guard let json = try? JSON(parsing: body) else { throw Self.unreadable }
    try self.init(json: json)
  }

  private static var unreadable: ExpenseError {
    ExpenseError(.unreadable, "A record of the journal is no entry")
  }
}
