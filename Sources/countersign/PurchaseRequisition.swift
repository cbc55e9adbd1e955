// A document type in one file: the worked example of README, "Your own documents".

import ApplicationRuntime
import Foundation
import Workflow
import WorkflowRuntime

/// A purchase requisition: what is to be bought, from whom, and for how much. Once it is approved,
/// a numbered purchase order is written.
struct PurchaseRequisition: DocumentType {
  let id: DocumentTypeID = "purchase-requisition"
  let title = "Purchase requisition"
  let prefix = "PR"
  let statuses = [DocumentStatus.ordered]

  let schema = DocumentSchema(
    fields: [
      Field("purpose", .text, isRequired: true, help: "What it is for, in a few words"),
      Field("supplier", .text, isRequired: true, matters: true),
      Field("needed-by", .day),
      Field("cost-center", .text, label: "Cost centre", isRequired: true, matters: true),
      Field("project", .text, matters: true),
      Field("total", .money, matters: true, isCalculated: true),
    ],
    lineFields: [
      Field("item", .text, isRequired: true, matters: true),
      Field("quantity", .number, isRequired: true, matters: true),
      Field("unit-price", .money, isRequired: true, matters: true),
      Field("amount", .money, matters: true, isCalculated: true),
    ])

  /// What the workflow's `automated: order` runs. Its effects are in the message's own
  /// transaction: one order for each approval, whatever happens.
  let executables: [String: EventHandler] = [
    "order": .inside { context in
      let document = try context.document
      try context.append(
        JSON.object([
          "requisition": .string(document.id.rawValue),
          "supplier": .string(document.content.fields["supplier"].display),
          "total": .string(document.total?.description ?? ""),
        ]).text, to: "purchase-orders")
      try context.setStatus(.ordered)
    }
  ]

  func title(of content: DocumentContent) -> String {
    content.fields["purpose"].text ?? title
  }

  /// Amounts and total. What cannot be told yet stays empty.
  func completed(_ content: DocumentContent, in organization: Organization) -> DocumentContent {
    var content = content
    var total: Money? = Money(minorUnits: 0, currency: organization.currency)
    for index in content.lines.indices {
      guard let price = content.lines[index]["unit-price"].money,
        let quantity = content.lines[index]["quantity"].number,
        let amount = try? price.multiplied(by: quantity)
      else { continue }
      content.lines[index]["amount"] = .money(amount)
      total = try? total?.adding(amount)
    }
    content.fields["total"] = total.map { .money($0) } ?? .none
    return content
  }

  /// What the schema asks for, and three rules.
  func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] {
    var findings = schema.findings(in: content, on: occasion)
    func add(
      _ severity: DocumentFinding.Severity, _ field: String, _ message: String, line: Int? = nil
    ) {
      findings.append(
        DocumentFinding(severity, rule: field, message: message, line: line, field: field))
    }
    for (index, line) in content.lines.enumerated() where line["quantity"].number ?? 1 <= 0 {
      add(.error, "quantity", "the quantity is not more than zero", line: index + 1)
    }
    if let total = content.fields["total"].money {
      if total.decimal > 5000, content.fields["project"].isNone {
        add(.error, "project", "name a project: \(total) is more than 5,000")
      }
    } else {
      add(.error, "total", "the prices are in several currencies, or too large to be summed up")
    }
    if let day = content.fields["needed-by"].day, day < context.today {
      add(.warning, "needed-by", "needed by \(day), which is over")
    }
    return findings
  }
}

extension DocumentStatus {
  /// The purchase order is written.
  static let ordered = DocumentStatus(rawValue: "ordered")
}
