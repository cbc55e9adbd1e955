// Taking people's words out of a stored state.

import Workflow
import WorkflowRuntime

extension JSON {
  /// The members that hold words of people: what was said with an answer, and what was changed.
  private static let keysOfWords: Set<String> = ["comment", "changes"]

  /// The value without the words that people wrote.
  ///
  /// - Parameter person: only words of theirs; nil for those of everybody.
  func withoutWords(of person: PersonID?) -> JSON {
    switch self {
    case .array(let values): return .array(values.map { $0.withoutWords(of: person) })
    case .object(let object):
      let isTheirs = person.map { object.isBy($0) } ?? true
      return .object(
        JSONObject(
          object.compactMap { key, value in
            // An element may be called “comment”; its value is an object.
            if isTheirs, value.string != nil, Self.keysOfWords.contains(key) { return nil }
            return (key, value.withoutWords(of: person))
          }))
    default: return self
    }
  }
}

extension JSONObject {
  /// Whether it is something that this person did, or that was done for them.
  fileprivate func isBy(_ person: PersonID) -> Bool {
    let people = [
      self["actor"]?["person"]?.string, self["actor"]?["impersonatedBy"]?.string,
      self["onBehalfOf"]?.string,
    ]
    return people.contains(person.rawValue)
  }
}
