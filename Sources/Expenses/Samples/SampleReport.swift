// The documents that a demo begins with.

import ApplicationRuntime
import Workflow

/// A sample report, and what people did with it so far.
package struct SampleReport: Sendable {
  /// Something a person did.
  package struct Step: Hashable, Sendable {
    package let person: PersonID
    package let action: Action
    package let comment: String?
  }

  package let person: PersonID
  /// How many days ago it was made, and all of this done.
  package let daysAgo: Int
  package let content: DocumentContent
  package let steps: [Step]

  /// Reads sample reports, and moves their dates so that they are as old on this day as they were
  /// on the day that the file names.
  ///
  /// - Parameter schema: of the documents, which need not be reports.
  package static func parse(
    _ text: String, schema: DocumentSchema = .expenseReport, today: Day, currency: Currency
  ) throws(ExpenseError) -> [SampleReport] {
    guard let json = try? JSON(parsing: text), let reports = json["reports"]?.array,
      let written = json["today"]?.string.flatMap({ Day(iso8601: $0) })
    else { throw ExpenseError(.unreadable, "The sample reports cannot be read") }
    let age = today.days(since: written)
    var samples: [SampleReport] = []
    for (index, report) in reports.enumerated() {
      do {
        samples.append(try SampleReport(report, schema, movedBy: age, currency: currency))
      } catch {
        throw ExpenseError(.unreadable, "Sample report \(index + 1): \(error.message)")
      }
    }
    return samples
  }

  private init(
    _ json: JSON, _ schema: DocumentSchema, movedBy days: Int, currency: Currency
  ) throws(ValueError) {
    guard let person = json["as"]?.string, let report = json["report"]?.object else {
      throw ValueError(problem: "lacks `as` or `report`")
    }
    var header = JSONObject()
    for (key, value) in report where key != "lines" { header[key] = value }
    var content = DocumentContent()
    content.fields = Self.moved(
      try Record(json: header, fields: schema.fieldTypes, currency: currency), by: days)
    for line in report["lines"]?.array ?? [] {
      guard let object = line.object else { throw ValueError(problem: "a line is no object") }
      content.lines.append(
        Self.moved(
          try Record(json: object, fields: schema.lineFieldTypes, currency: currency), by: days))
    }
    self.person = PersonID(person)
    daysAgo = json["daysAgo"]?.integer.flatMap { Int(exactly: $0) } ?? 0
    self.content = content
    steps = try (json["then"]?.array ?? []).map { step throws(ValueError) in
      guard let person = step["as"]?.string,
        let action = step["do"]?.string.flatMap({ Action(rawValue: $0) })
      else { throw ValueError(problem: "has a step without `as` or `do`") }
      return Step(
        person: PersonID(person), action: action, comment: step["comment"]?.string)
    }
  }

  private static func moved(_ record: Record, by days: Int) -> Record {
    var moved = record
    for (key, value) in record {
      if let day = value.day { moved[key] = .day(day.adding(days: days)) }
    }
    return moved
  }
}
