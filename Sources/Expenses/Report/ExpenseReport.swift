// The built-in type, written with the same public API that a developer's own type uses.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// Expense reports: header, lines, rules, posting and payment (SPEC 12).
public struct ExpenseReport: DocumentType {
  public let id: DocumentTypeID = "expense-report"
  public let prefix = "ER"
  public let title = "Expense report"
  public let schema = DocumentSchema.expenseReport
  public let statuses: [DocumentStatus] = [.readyForTransfer, .paid]
  public let handlers: [MessageType: EventHandler] = [
    .workflowCompleted: .inside { try Settlement($0).settle() }
  ]
  public let executables: [String: EventHandler] = [
    "post-to-ledger": .inside { try Settlement($0).post() },
    "pay": .inside { try Settlement($0).pay() },
  ]
  let rules: [any ExpenseRule]

  /// Expense reports with the built-in rules.
  ///
  /// - Parameter receiptLimit: a receipt is required over so much, in the reporting currency.
  public init(receiptLimit: Int = 10) {
    rules = [
      CompletenessRule(), ChoiceRule(), AmountRangeRule(), ExchangeRateRule(), FutureDateRule(),
      ItemizationRule(), ReceiptRequiredRule(limit: receiptLimit), DuplicateLineRule(),
    ]
  }

  public func title(of content: DocumentContent) -> String {
    let purpose = content.fields["purpose"].text ?? ""
    return purpose.allSatisfy(\.isWhitespace) ? title : purpose
  }

  public func total(of content: DocumentContent, in organization: Organization) -> Money? {
    ExpenseLine.lines(of: content, rates: organization.rates).total(in: organization.currency)
  }

  public func calculatedFields(
    of content: DocumentContent, in organization: Organization
  ) -> Record {
    var fields = Record()
    if let total = total(of: content, in: organization) { fields["total"] = .money(total) }
    return fields
  }

  public func completed(
    _ content: DocumentContent, in organization: Organization
  ) -> DocumentContent {
    var completed = content
    for line in ExpenseLine.lines(of: content, rates: organization.rates) {
      completed.lines[line.number - 1]["in-reporting-currency"] =
        line.amount(in: organization.currency).map { .money($0) } ?? .none
    }
    completed.fields["total"] = calculatedFields(of: completed, in: organization)["total"]
    return completed
  }

  public func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] {
    let lines = ExpenseLine.lines(of: content, rates: context.organization.rates)
    return try rules.filter { $0.occasions.contains(occasion) }.flatMap {
      try $0.findings(in: content.fields, lines: lines, context: context)
    }
  }

  public func fingerprints(of content: DocumentContent) -> [String] {
    var seen: Set<String> = []
    return ExpenseLine.lines(of: content).compactMap(\.fingerprint).filter {
      seen.insert($0).inserted
    }
  }
}

extension DocumentStatus {
  /// Posted to the ledger; the payment is still to be made.
  public static let readyForTransfer = DocumentStatus(rawValue: "readyForTransfer")
  /// The payment is entered in the ledger.
  public static let paid = DocumentStatus(rawValue: "paid")
}
