// `when(sam: .submit, frank: .approve)`: who does what, in order; then everything due runs.

import Workflow

@dynamicCallable
struct When {
  let story: Story

  func dynamicallyCall(withKeywordArguments deeds: KeyValuePairs<String, Deed>) throws {
    for (person, deed) in deeds {
      do {
        try story.perform(deed, by: PersonID(person))
      } catch {
        throw Surprise("when \(person): \(deed.action.rawValue): \(error)")
      }
    }
  }
}

/// What a story did not expect.
struct Surprise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
