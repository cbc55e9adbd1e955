// Situations with documents and their work items.

import InterfaceTestKit
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Situation {
  static let documents: [Situation] = [
    Situation("inbox-bulk", .inbox, keys: "j j Space Space a"),
    Situation("inbox-answered", .inbox) { robot in
      try robot.press("a")
      let result = ActionResult(
        document: "ER-000009", workItems: [WorkItemID(9)], instance: InstanceID(9),
        status: .inReview, message: "Approved.")
      try robot.take(.acted(work: 1, index: 0, .success(result)))
    },
    Situation("inbox-error", .inbox, .full) { robot in
      try robot.press("a")
      let error = EngineError(
        .alreadyClosed, "Sue Lind rejected it.",
        details: ["The comment was: the hotel is missing its bill, and the taxi its receipt."])
      try robot.take(.acted(work: 1, index: 0, .failure(error)))
    },
    Situation("inbox-filter", .inbox) { robot in
      try robot.press("/")
      try robot.type("amount>500 !lyon")
    },
    Situation("inbox-unknown-field", .inbox) { robot in
      try robot.press("/")
      try robot.type("colour:red")
    },
    Situation("inbox-read-only", .inbox, isReadOnly: true) { try $0.press("a") },
    Situation("saved-filters", .inbox, keys: "F"),
    Situation("keep-filter", .inbox) { robot in
      try robot.press("/")
      try robot.type("lyon")
      try robot.press("Enter F Enter")
    },
    Situation("sort", .inbox, keys: "o"),
    Situation("reject", .document) { robot in
      try robot.press("r")
      try robot.type("The hotel is missing its bill.")
    },
    Situation("request-change", .inbox, keys: "R"),
    Situation("request-change-of", .inbox) { robot in
      try robot.press("R")
      try robot.type("Which fair?")
      try robot.press("Tab")
    },
    Situation("delegate-several", .inbox) { robot in
      try robot.press("Space Space d")
      try robot.type("l")
    },
    Situation("comment", .document, keys: "m"),
    Situation("recall", .reports, keys: "j U"),
    Situation("why", .inbox, keys: "w"),
    Situation("why-hostile", .inbox, .hostile, keys: "w"),
    Situation("edit-completion", .edit) { robot in
      try robot.press("Down Down Tab")
      try robot.type("h")
    },
    Situation("conflict", .edit) { robot in
      try robot.press("Up")
      try robot.type("1")
      try robot.press("Tab")
      try robot.take(.saved(.failure(EngineError(.conflict, "Somebody else changed it."))))
      let theirs = Sample.detail(
        "ER-000021", status: .draft,
        lines: Array(Sample.lines.dropLast()) + [Sample.line("2026-03-09", "taxi", "4x35", 2413)],
        revision: 9, originator: "frank")
      try robot.take(.read(.document("ER-000021"), as: Actor("frank"), .success(.document(theirs))))
    },
    Situation("new", .reports, keys: "n"),
    Situation("import", .reports) { robot in
      try robot.press("i")
      try robot.type("~/march.csv")
    },
    Situation("imported", .reports) { robot in
      let result = ImportResult(
        file: "march.csv", documents: ["ER-000021"],
        problems: ["line 3: “13/13/2026” is no date", "line 7: the amount is missing"],
        rejected: "march-rejected.csv")
      try robot.take(.imported(.success(result)))
    },
  ]
}
