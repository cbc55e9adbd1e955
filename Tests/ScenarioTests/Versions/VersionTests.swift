// Workflows, versions, activation (SPEC 3).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct VersionTests {
  @Test("A running instance keeps its version; the next one gets the active one")
  func kept() throws {
    try Scenario("- { task: look, assign: { user: ann } }\n- { task: old, assign: { user: bob } }")
      .play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.given(.version("- { task: look, assign: { user: bill } }"))
        try story.when(ann: .complete)
        try story.then(.asks("bob"))
        try story.given(.trip("second"))
        try story.when(sam: .submit)
        try story.then(.asks("bill", "bob"))
      }
  }

  @Test("Two of equal priority: submit is refused with an error that names both")
  func equal() throws {
    try Scenario("- { task: look, assign: { user: ann } }")
      .with("one", "- { task: look, assign: { user: ann } }", head: "activation: amount > 5")
      .with("two", "- { task: look, assign: { user: ann } }", head: "activation: amount > 6")
      .play { story in
        try story.given(.trip())
        try story.then(
          .refuses("sam", .submit, because: "one"), .refuses("sam", .submit, because: "two"))
        try story.then(.status(.draft))
      }
  }

  @Test("A workflow with legal entities runs for the documents of those alone")
  func legalEntities() throws {
    try Scenario("- { task: look, assign: { user: ann } }")
      .with(
        "north", "- { task: look, assign: { user: bob } }",
        head: "legal-entities: [north]\npriority: 5"
      )
      .play { story in
        try story.given(.trip(fields: ["legal-entity": "north"]))
        try story.when(sam: .submit)
        try story.then(.asks("bob"))
        try story.given(.trip("second", fields: ["legal-entity": "south"]))
        try story.when(sam: .submit)
        try story.then(.asks("ann", "bob"))
      }
  }

  @Test("migrate: items, due times and answers stay, and the flow goes on in the other version")
  func migrating() throws {
    let steps =
      "steps: [ { step: pair, assign: { users: [ann, bob] }, policy: all, limit: 2 days } ]"
    try Scenario("- approval: board\n  \(steps)").play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .approve)
      try story.given(
        .version("- approval: board\n  \(steps)\n- { task: more, assign: { user: bill } }"))
      try story.when(carol: .migrate(to: 2))
      try story.then(.asks("bob"), .due("bob", after: .days(2)), .history(.migrated))
      try story.when(bob: .approve)
      try story.then(.asks("bill"))
    }
  }

  @Test("migrate is refused when an element that is waited in is not there; it stays as it is")
  func unfit() throws {
    try Scenario("- { task: look, assign: { user: ann } }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.given(.version("- { task: other, assign: { user: bob } }"))
      try story.then(.refuses("carol", .migrate(to: 2), because: "look"), .asks("ann"))
    }
  }
}
