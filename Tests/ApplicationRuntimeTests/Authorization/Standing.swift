// The states in which it is asked who may do what.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// Where a document stands when the question is asked.
enum Standing: String, CaseIterable, Sendable {
  case draft, submitted, inReview, offered, accepted, returned, changeRequested, stopped
  case recalling, approved, recalled

  /// A document in this state. sam made it; frank approves; ann and bob have the task, which ann
  /// accepts; bob is asked for changes.
  func document(in bench: Bench) throws -> DocumentID {
    switch self {
    case .draft: return try bench.draft()
    case .submitted: return try bench.submitted()
    case .inReview: return try bench.underWay()
    case .offered: return try bench.underWay(country: "SE")
    case .accepted:
      let id = try bench.underWay(country: "SE")
      try bench.act(.accept, id, by: "ann")
      return id
    case .returned:
      let id = try bench.underWay()
      try bench.act(.reject, id, by: "frank")
      try bench.run()
      return id
    case .changeRequested:
      let id = try bench.underWay()
      try bench.act(.requestChange, id, by: "frank", addressee: "bob")
      try bench.run()
      return id
    case .stopped:
      bench.probe.fail("post")
      return try bench.stopped(7)
    case .recalling:
      let id = try bench.underWay()
      try bench.act(.recall, id, by: "sam")
      return id
    case .approved:
      let id = try bench.underWay(7)
      return id
    case .recalled:
      let id = try bench.underWay()
      try bench.act(.recall, id, by: "sam")
      try bench.run()
      return id
    }
  }

  /// Who may do what; whatever is not here is refused with a reason.
  var allowed: [PersonID: Set<Action>] {
    switch self {
    case .draft: ["sam": [.edit, .delete, .submit]]
    case .submitted: ["sam": [.recall], "root": [.cancel]]
    case .inReview:
      [
        "sam": [.recall], "root": [.cancel, .reassign, .migrate],
        "frank": [.approve, .reject, .requestChange, .delegate],
      ]
    case .offered:
      [
        "sam": [.recall], "root": [.cancel, .reassign, .migrate],
        "ann": [.accept, .complete, .reject, .requestChange, .delegate],
        "bob": [.accept, .complete, .reject, .requestChange, .delegate],
      ]
    case .accepted:
      [
        "sam": [.recall], "root": [.cancel, .reassign, .migrate],
        "ann": [.release, .complete, .reject, .requestChange, .delegate],
      ]
    case .returned:
      ["sam": [.edit, .resubmit, .recall], "root": [.cancel, .reassign, .migrate]]
    case .changeRequested:
      [
        "sam": [.recall], "bob": [.edit, .resubmit], "root": [.cancel, .reassign, .migrate],
      ]
    case .stopped: ["sam": [.recall], "root": [.cancel, .resume, .skip, .migrate]]
    case .recalling: [:]
    case .approved: [:]
    case .recalled: ["sam": [.edit, .submit]]
    }
  }
}
