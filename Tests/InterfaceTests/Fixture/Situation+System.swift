// Situations on the pages of administrators, and those of every page.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Situation {
  static let all = documents + system + workflows + everywhere

  static let everywhere: [Situation] = [
    Situation("help", .inbox, keys: "?"), Situation("help-edit", .edit, keys: "F1"),
    Situation("palette", .inbox) { robot in
      try robot.press(":")
      try robot.type("re")
    },
    Situation("act-as", .inbox, keys: "@"), Situation("held", .queue, keys: "p"),
    Situation("export", .statistics, keys: "E"),
    Situation("notifications-sent", .notifications, keys: "Tab Tab j"),
    Situation("preferences-cell", .preferences, keys: "j j l"),
    Situation("delegations", .people, keys: "Tab j"),
    Situation("new-delegation", .people, keys: "n"),
  ]

  static let system: [Situation] = [
    Situation("queue-plots", .queue) { robot in
      for second in 1...12 {
        try robot.pass(.seconds(1))
        let overview = QueueOverview(
          counts: QueueCounts(ready: second % 5, handled: 952 + second * second),
          settings: BatchJobSettings(), runner: Sample.overview().runner, lastBatchAt: Sample.now,
          waitedMedian: .milliseconds(2), waited99th: .milliseconds(31), at: robot.interface.now,
          waits: [120, 61, 12, 4, 0, 2, 1])
        try robot.take(.read(.overview, as: Actor("carol"), .success(.overview(overview))))
      }
    },
    Situation("message", .queue, keys: "Enter"),
    Situation("message-hostile", .queue, .hostile, keys: "Enter"),
    Situation("settings", .queue, keys: "b"),
    Situation("cancel", .queue, keys: "X"),
    Situation("stepping", .system) { robot in
      let paused = Sample.overview(isPaused: true)
      try robot.take(.read(.overview, as: Actor("carol"), .success(.overview(paused))))
      let handled = Sample.message(1412, .elementStarted, .handled, attempts: 1)
      try robot.take(.jobAnswered(.step, .success(JobAnswer("Handled 1412.", handled: handled))))
    },
    Situation("migrate", .instances) { try $0.act("migrate") },
    Situation("migrate-to", .instances) { robot in
      try robot.act("migrate")
      try robot.press("Enter")
    },
    Situation("skip", .instances) { robot in
      try robot.press("j")
      try robot.act("skip")
    },
    Situation("reassign", .instances, keys: "A"),
    Situation("reassign-hostile", .instances, .hostile, keys: "A"),
    Situation("instance-past", .instance, keys: "[ ["),
    Situation("instance-history", .instance, keys: "Tab j"),
    Situation("statistics-slowest", .statistics, keys: "j Enter"),
  ]

  static let workflows: [Situation] = [
    Situation("new-workflow", .workflows, keys: "n"),
    Situation("activate", .workflows, keys: "G A"),
    Situation("deactivate", .workflows, keys: "j A"),
    Situation("delete-workflow", .workflows, keys: "G x"),
    Situation("compare", .workflows, keys: "= Enter"),
    Situation("workflow-text", .workflows, keys: "t"),
    Situation("draft", .workflows) { robot in
      try edit(robot, findings: Sample.findings)
    },
    Situation("save", .workflows) { robot in
      try edit(robot, findings: [])
      try robot.type("limits of 2026")
    },
    Situation("leave-draft", .workflows) { robot in
      try edit(robot, findings: Sample.findings)
      try robot.press("q")
    },
    Situation("simulate", .workflows, keys: "j s"),
    Situation("simulation-end", .simulation, keys: "}"),
    Situation("simulation-change", .simulation, keys: "e"),
  ]

  /// A workflow's text comes back from the editor, changed and checked.
  private static func edit(_ robot: Robot, findings: [Finding]) throws {
    let changed = Sample.workflowSource + "owner: carol\n"
    try robot.press("e")
    try robot.take(.edited(changed))
    try robot.take(
      .workflowAnswered(.check(changed), .success(.checked(Sample.check(findings)))))
  }
}
