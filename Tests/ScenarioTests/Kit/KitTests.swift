// The scenarios themselves: what does not hold is told, and unloading happens.

import ApplicationRuntime
import Testing

@Suite struct KitTests {
  private let scenario = Scenario("- { task: look, assign: { user: ann } }")

  @Test("A claim that does not hold is told in every mode")
  func told() throws {
    try withKnownIssue {
      try scenario.play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.then(.asks("bob"))
      }
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("expected [bob], found [ann]") }
    }
  }

  @Test("A deed that is refused is told")
  func refused() throws {
    try withKnownIssue {
      try scenario.play { story in
        try story.given(.trip())
        try story.when(ann: .submit)
      }
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("when ann: submit") }
    }
  }

  @Test("A story that differs from mode to mode is told")
  func different() throws {
    try withKnownIssue {
      try scenario.play { story in
        try story.given(.trip())
        try story.when(sam: story.mode == .fileUnloaded ? .submit.saying("hello") : .submit)
      }
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("fileUnloaded differs") }
    }
  }

  @Test("Unloaded, the engine is thrown away and opened anew between every two messages")
  func unloading() throws {
    for mode in Mode.allCases {
      let story = try Story(scenario, mode)
      defer { try? story.end() }
      try story.given(.trip())
      try story.when(sam: .submit, ann: .complete)
      let messages = try story.read { try $0.messages(MessageQuery(.done, limit: 100)) }
      #expect(messages.count >= 12)
      #expect(mode.unloads ? story.openings > messages.count : story.openings == 0)
    }
  }
}
