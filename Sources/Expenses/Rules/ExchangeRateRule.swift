// An amount in another currency needs to be told in the reporting currency.

import ApplicationRuntime
import Workflow

/// Another currency without a rate is an error, as is a rate that is not more than zero.
struct ExchangeRateRule: ExpenseRule {
  let name = "exchange-rate"

  func findings(
    in header: Record, lines: [ExpenseLine], context: ValidationContext
  ) -> [DocumentFinding] {
    let currency = context.organization.currency
    return lines.compactMap { line in
      if let rate = line.exchangeRate, rate <= 0 {
        return finding("the exchange rate must be more than zero", line)
      }
      guard let amount = line.amount else { return nil }
      guard amount.currency != currency else {
        guard let rate = line.exchangeRate, rate != 1 else { return nil }
        return finding("an amount in \(currency) takes no exchange rate", line)
      }
      guard line.rate != nil else {
        return finding(
          "\(amount) needs an exchange rate: what 1 \(amount.currency) costs in \(currency)", line)
      }
      guard let inReport = line.amount(in: currency) else {
        return finding("\(amount) at this exchange rate is too large", line)
      }
      guard amount.minorUnits <= 0 || inReport.minorUnits > 0 else {
        return finding("\(amount) at this exchange rate is nothing in \(currency)", line)
      }
      return nil
    }
  }

  private func finding(_ message: String, _ line: ExpenseLine) -> DocumentFinding {
    error(message, line: line.number, field: "exchange-rate")
  }
}
