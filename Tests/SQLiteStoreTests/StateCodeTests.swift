// The numbers of states in the file.

import Testing
import WorkflowRuntime

@testable import SQLiteStore

struct StateCodeTests {
  @Test("every state has its number, and what is pending is below four")
  func codes() throws {
    #expect(MessageState.allCases.map(\.code) == [0, 1, 2, 3, 4, 5])
    for state in MessageState.allCases {
      #expect(try MessageState(code: state.code) == state)
      #expect(state.isPending == (state.code < 4))
    }
    #expect(throws: (any Error).self) { try MessageState(code: 6) }
  }
}
