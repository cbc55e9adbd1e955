// What is there before anybody does something.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct Given {
  let prepare: (Story) throws -> Void

  /// A draft. Lines are given by their projects and amounts.
  static func trip(
    _ name: String = "trip", amount: Int = 7_000, of person: PersonID = "sam",
    fields: Record = [:], lines: [(project: String, amount: Int)] = []
  ) -> Given {
    Given { story in
      var content = DocumentContent(fields: ["subject": "Trip", "country": "DK"])
      content.fields["amount"] = .euros(amount)
      for (name, value) in fields { content.fields[name] = value }
      content.lines = lines.map {
        ["item": "Hotel", "project": .text($0.project), "amount": .euros($0.amount)]
      }
      try story.draft(name, content, by: person)
    }
  }

  /// An executable, or the handler `completed`, that fails until it is mended.
  static func broken(_ name: String) -> Given { Given { $0.switches.set(name, broken: true) } }
  static func mended(_ name: String) -> Given { Given { $0.switches.set(name, broken: false) } }

  /// The organisation changes: this takes the place of that.
  static func organization(_ that: String, becomes this: String) -> Given {
    Given { try $0.changeOrganization(that, to: this) }
  }

  /// Another version of the workflow, active from now on.
  static func version(_ elements: String, head: String = "priority: 0") -> Given {
    Given { try $0.save(.init(id: "usual", head: head, elements: elements)) }
  }

  static var pausedBatchJob: Given { Given { try $0.pause() } }
  static var runningBatchJob: Given { Given { try $0.continue() } }
}

extension Value {
  static func euros(_ amount: Int) -> Value {
    .money(Money(minorUnits: Int64(amount) * 100, currency: .euro))
  }
}
