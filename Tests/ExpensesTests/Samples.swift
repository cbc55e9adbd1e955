// What the tests of this folder are made of.

import ApplicationRuntime
import Foundation
import Workflow

@testable import Expenses

let organization = Organization(
  name: "Example Ltd", timeZone: "Europe/Copenhagen", currency: .euro, administrators: ["carol"],
  people: [])

func day(_ text: String) -> Value { Day(iso8601: text).map { .day($0) } ?? .none }

func money(_ amount: String, _ code: String = "EUR") throws -> Value {
  .money(try Money(json: .string("\(amount) \(code)")))
}

func line(
  _ date: String = "2026-03-03", _ category: String = "meals", _ merchant: String = "Cafe",
  _ amount: String = "8.00", _ code: String = "EUR"
) throws -> Record {
  [
    "date": day(date), "category": .text(category), "merchant": .text(merchant),
    "amount": try money(amount, code),
  ]
}

func report(_ lines: Record..., costCenter: String = "4100") -> DocumentContent {
  DocumentContent(
    fields: ["purpose": "Visit Aarhus", "cost-center": .text(costCenter)], lines: lines)
}

func document(_ content: DocumentContent, title: String = "Visit Aarhus") -> Document {
  Document(
    id: "ER-000012", type: "expense-report", title: title, originator: "sam", status: .inReview,
    waitingFor: nil, total: nil, revision: 1, content: content, editableBy: nil,
    instance: InstanceID(7), createdAt: Timestamp(microseconds: 0), submittedAt: nil,
    changedAt: Timestamp(microseconds: 0))
}

/// The findings on a report, as "rule line: message".
func findings(
  in content: DocumentContent, on occasion: ValidationOccasion = .submitted,
  others: [String: [DocumentID]] = [:]
) throws -> [DocumentFinding] {
  let context = ValidationContext(
    document: "ER-000012", originator: "sam", organization: organization,
    today: Day(iso8601: "2026-03-10") ?? .latest, findDocuments: { others[$0] ?? [] })
  return try ExpenseReport().findings(in: content, on: occasion, context: context)
}

/// A folder of its own that is removed with it.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "countersign-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// A generator whose numbers a seed decides, so that a failing test can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
