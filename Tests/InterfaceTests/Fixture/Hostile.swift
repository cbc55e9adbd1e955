// Text that wants to do harm: what a document may hold when somebody means ill.

import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

enum Hostile {
  static let texts = [
    "red\u{1B}[31malert\u{1B}]0;owned\u{7}\r\nnext",
    "abc\u{202E}gpj.exe\u{2066}\u{200B}",
    "👨‍👩‍👧‍👦 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    String(repeating: "Überlänge 漢字 ", count: 60),
    "\u{0}\u{8}\u{9B}2J",
    "שלום עולם مرحبا بالعالم",
    "ｶﾀｶﾅ 한국어 🇩🇰🇸🇪 👍🏽 ❤️ a\u{200D}b\tc",
  ]

  static let inbox = texts.enumerated().map { index, text in
    Sample.inboxRow(Int64(index + 1), text, from: text, step: text)
  }

  static let documents = texts.enumerated().map { index, text in
    Sample.documentRow(index + 1, text, .inReview, waitingFor: text)
  }

  static let messages = texts.enumerated().map { index, text in
    Sample.message(
      Int64(index + 1), .automatedExecution, .stopped, document: text, attempts: 5, error: text)
  }

  static let instances = texts.enumerated().map { index, text in
    Sample.instanceRow(Int64(index + 1), text, .stopped, element: text, error: text)
  }

  static let workflows = texts.enumerated().map { index, text in
    Sample.version(
      WorkflowID(text), index + 1,
      findings: [
        Finding(
          severity: .error, location: SourceLocation(file: text, line: 1, column: 1),
          message: text, remedy: text)
      ], title: text, comment: text)
  }

  static func detail() -> DocumentDetail {
    Sample.detail(
      "ER-000001", title: texts[3],
      lines: texts.map { Sample.line("2026-03-03", "meals", $0, 1250, comment: $0) },
      actions: [ActionAvailability(.submit, reason: texts[0])],
      findings: texts.map { DocumentFinding(.error, rule: "r", message: $0, line: 1) },
      originatorName: texts[1])
  }
}
