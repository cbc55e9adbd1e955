// The workflow of SPEC 13 from its first element to its last.

import Foundation
import Resources
import Testing
import Workflow
import WorkflowRuntime

@Suite struct WholeExampleTests {
  /// The elements of the file that ships, with what the trips of the scenarios have.
  private static var elements: String {
    let file = ShippedResources.workflows["every-element"] ?? ""
    let words = [
      ("total", "amount"), ("group: tax", "user: kim"), ("p-111", "p-1"),
      ("cash_advance", "related"), ("run: post-to-ledger", "run: post"),
    ]
    let start = file.range(of: "elements:\n")?.upperBound ?? file.startIndex
    return words.reduce(String(file[start...])) { $0.replacing($1.0, with: $1.1) }
  }

  private static let whole = Scenario(
    elements, head: "owner: carol\nactivation: country != \"XX\"\nsubmitter-may-approve: false"
  )
  .with(
    "project-line", "- { task: look, assign: { field: line.project.owner } }", head: "level: line"
  )
  .with("expense-line", "- { task: look, assign: { user: ann } }", head: "level: line")
  .with(
    "settle-advance", "- { task: settle, assign: { user: donna } }",
    head: "activation: country == \"XX\"")

  @Test("The whole example of SPEC 13 runs from the receipts to the posting")
  func everything() throws {
    try Self.whole.play { story in
      try story.given(.trip("advance"))
      let advance = try story.document("advance")
      try story.given(
        .trip(
          "trip", amount: 20_000,
          fields: ["country": "SE", "related": .text(advance.rawValue), "reviewed": false],
          lines: [("p-1", 6_000), ("p-2", 200)]))
      try story.when(sam: .submit)
      try story.then(.asks("ivan", "kim"), .due("kim", after: .days(2)))
      try story.when(kim: .complete)
      try story.then(.asks("sue"), .due("sue", after: .days(3)))
      try story.wait(.days(3))
      try story.then(.asks("donna"), .actsFor("sue", by: "donna"), .history(.reminded, times: 1))
      try story.when(donna: .approve)
      try story.then(.asks("ann", "bill", "sue"))
      try story.when(ann: .approve, bill: .approve)
      try story.then(.asks("hans"), .closed("sue", as: .notNeeded))
      try story.when(hans: .choose("call"))
      try story.then(.asks("donna"))
      try story.when(donna: .complete)
      try story.then(.asks("hans", "ivan", "kim"))
      try story.when(kim: .complete, hans: .complete)
      try story.then(.asks("ann", "bob"))
      try story.when(ann: .complete, bob: .complete)
      try story.then(.asks("carol"))
      try story.when(carol: .choose("fine"), carol: .choose("fine"))
      try story.when(carol: .choose("fine"))
      try story.then(.asks("donna"), .status(.inReview, of: "advance"))
      try story.when(donna: .complete.on("advance"))
      try story.then(.ran("post"), .status(.approved), .status(.approved, of: "advance"))
    }
  }

  @Test("A small one goes through by itself where it may")
  func small() throws {
    try Self.whole.play { story in
      try story.given(.trip(amount: 50, fields: ["reviewed": false], lines: [("p-2", 50)]))
      try story.when(sam: .submit)
      try story.then(.asks("hans"), .history(.automaticAction, times: 2))
      try story.when(hans: .choose("skip"), ivan: .complete, ann: .complete)
      try story.then(.status(.approved), .ran("post"))
    }
  }
}
