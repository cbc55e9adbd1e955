// An event of the travel log, and what it means for the engine.

import Workflow

/// One event of a case.
struct TravelEvent {
  enum Meaning: Equatable {
    case saved, submitted
    case approved(by: String)
    case rejected(by: String)
    /// The employee takes the declaration back.
    case recalled
    /// The system found an approver missing.
    case canceled
    case requestedPayment, handledPayment
    /// It stands in the log, and is nothing that the process knows.
    case unknown
  }

  let name: String
  let at: Timestamp
  let meaning: Meaning

  init(name: String, at: Timestamp) {
    self.name = name
    self.at = at
    meaning = Self.meaning(of: name)
  }

  private static func meaning(of name: String) -> Meaning {
    switch name {
    case "Request Payment": return .requestedPayment
    case "Payment Handled": return .handledPayment
    default: break
    }
    let words = name.split(separator: " ", maxSplits: 3)
    guard words.count == 4, words[0] == "Declaration", words[2] == "by" else { return .unknown }
    let role = words[3].lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
    switch (words[1], role) {
    case ("SAVED", "employee"): return .saved
    case ("SUBMITTED", "employee"): return .submitted
    case ("REJECTED", "employee"): return .recalled
    case ("REJECTED", "missing"): return .canceled
    case ("APPROVED", _), ("FINAL_APPROVED", _): return .approved(by: role)
    case ("REJECTED", _): return .rejected(by: role)
    default: return .unknown
    }
  }

  /// The role that answers as an approver; nil for other events.
  var approvingRole: String? {
    switch meaning {
    case .approved(let role), .rejected(let role): role
    default: nil
    }
  }
}

/// One declaration of the log.
struct TravelCase {
  let name: String
  let amount: String
  let events: [TravelEvent]
}
