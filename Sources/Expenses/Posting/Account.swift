// The accounts that reports are posted to.

import Workflow

/// Names of accounts in the ledger.
enum Account {
  static let bank = "assets:bank"
  /// What was paid with the company's card is owed to the card's bank.
  static let companyCard = "liabilities:company-card"

  static func expense(_ category: String, costCenter: String?) -> String {
    let center = costCenter.map { ":" + LedgerText.accountPart($0) } ?? ""
    return "expenses:" + LedgerText.accountPart(category) + center
  }

  static func employee(_ person: PersonID) -> String {
    "liabilities:employees:" + LedgerText.accountPart(person.rawValue)
  }
}
