// Elements that lead the flow (SPEC 4): decision, automated, parallel, repeat.

import Testing
import Workflow
import WorkflowRuntime

@Suite struct FlowElementTests {
  @Test("decision: the system picks a branch by its condition")
  func decision() throws {
    let scenario = Scenario(
      """
      - decision: foreign
        when: country != "DK"
        yes: [ { task: tax, assign: { user: kim } } ]
        no: [ { task: usual, assign: { user: ann } } ]
      - { task: last, assign: { user: bob } }
      """)
    for (country, person) in [("SE", "kim"), ("DK", "ann")] as [(String, PersonID)] {
      try scenario.play { story in
        try story.given(.trip(fields: ["country": .text(country)]))
        try story.when(sam: .submit)
        try story.then(.asks(person))
        try story.perform(.complete, by: person)
        try story.then(.asks("bob"))
      }
    }
  }

  @Test("automated: its executable runs, and no person is asked")
  func automated() throws {
    try Scenario("- { automated: post, run: post }\n- { automated: print, run: print }")
      .play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.then(.status(.approved), .ran("post", "print"))
        try story.then(.history(.workItemsCreated, times: 0))
      }
  }

  @Test("An automated element that completed is not run again by a restart unless again: true")
  func again() throws {
    try Scenario(
      """
      - { automated: post, run: post }
      - { automated: print, run: print, again: true }
      - { task: look, assign: { user: ann }, restart: workflow }
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, ann: .reject, sam: .resubmit)
      try story.then(.ran("post", "print", "print"), .asks("ann"))
    }
  }

  private static func checks(join: String) -> Scenario {
    Scenario(
      """
      - parallel: checks
        join: \(join)
        branches:
          - { branch: a, elements: [ { task: one, assign: { user: ann } } ] }
          - branch: b
            elements: [ { task: two, assign: { user: bob } }, { task: three, assign: { user: bob } } ]
          - { branch: c, elements: [ { task: four, assign: { user: bill } } ] }
      - { task: last, assign: { user: sue } }
      """)
  }

  @Test("parallel: all branches start together, and the parent goes on when all are done")
  func joinAll() throws {
    try Self.checks(join: "all").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.then(.asks("ann", "bill", "bob"))
      try story.when(bill: .complete, bob: .complete, ann: .complete)
      try story.then(.asks("bob"))
      try story.when(bob: .complete)
      try story.then(.asks("sue"))
    }
  }

  @Test("parallel with join N: when N are done, the rest is canceled")
  func joinSome() throws {
    try Self.checks(join: "2").play { story in
      try story.given(.trip())
      try story.when(sam: .submit, bill: .complete)
      try story.then(.asks("ann", "bob"))
      try story.when(ann: .complete)
      try story.then(
        .asks("sue"), .closed("bob", as: .canceled), .history(.branchCanceled, times: 1))
      try story.then(.refuses("bob", .complete))
    }
  }

  @Test("repeat runs its elements again while its condition holds, at most N times")
  func rounds() throws {
    try Scenario(
      """
      - repeat: second-look
        while: amount > 5000
        at-most: 3
        elements: [ { task: look, assign: { user: ann } } ]
      - { task: last, assign: { user: sue } }
      """
    ).play { story in
      try story.given(.trip(amount: 7_000))
      try story.when(sam: .submit, ann: .complete, ann: .complete)
      try story.then(.asks("ann"), .history(.conditionEvaluated, times: 3))
      try story.when(ann: .complete)
      try story.then(.asks("sue"))
      try story.given(.trip("small", amount: 500))
      try story.when(sam: .submit)
      try story.then(.asks("sue", "sue"))
    }
  }
}
