// A workflow and an organisation as text: what a story is told about.

import Testing
import Workflow

/// Rules of SPEC are proved by scenarios:
///
/// ```swift
/// try Scenario("- task: receipts\n  assign: { group: receipts }").play { story in
///   try story.given(.trip(amount: 7_000))
///   try story.when(sam: .submit)
///   try story.then(.asks("ivan", "kim"), .status(.inReview))
/// }
/// ```
struct Scenario {
  struct File {
    let id: String
    let head: String
    let elements: String

    var text: String {
      "workflow: \(id)\ntitle: \(id)\ntype: trip\n\(head)\nelements:\n"
        + elements.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  " + $0 }.joined(separator: "\n")
    }
  }

  private(set) var workflows: [File]
  private(set) var organization: String

  /// - Parameters:
  ///   - elements: the list under `elements:`.
  ///   - head: further keys of the workflow.
  ///   - organization: keys that are added to the usual organisation.
  init(_ elements: String, head: String = "priority: 0", organization: String = "") {
    workflows = [File(id: "usual", head: head, elements: elements)]
    self.organization = Self.usual + "\n" + organization
  }

  /// The same with another workflow, which is activated before the first.
  func with(_ id: String, _ elements: String, head: String = "priority: 0") -> Scenario {
    var scenario = self
    scenario.workflows.insert(File(id: id, head: head, elements: elements), at: 0)
    return scenario
  }

  /// Plays the story in every mode; the results have to be the same.
  func play(
    at location: Testing.SourceLocation = #_sourceLocation, _ tell: (Story) throws -> Void
  ) throws {
    var first: Chronicle?
    for mode in Mode.allCases {
      let story = try Story(self, mode)
      defer { try? story.end() }
      do {
        try tell(story)
        try story.verify()
      } catch {
        Issue.record("in \(mode): \(error)", sourceLocation: location)
        return
      }
      let chronicle = try story.chronicle()
      if let first {
        let difference = chronicle.difference(from: first)
        #expect(difference.isEmpty, "\(mode) differs", sourceLocation: location)
      }
      first = first ?? chronicle
    }
  }

  /// sam reports to frank (signing limit 10,000), who reports to sue (50,000), who reports to
  /// hugo. dan is disabled; carol administers.
  static let usual = """
    organization: Example
    time-zone: UTC
    currency: EUR
    administrators: [carol]
    users:
      - { id: sam, name: Sam Holt, manager: frank, groups: [travellers] }
      - { id: frank, name: Frank Berg, manager: sue, signing-limit: 10000 }
      - { id: sue, name: Sue Lind, manager: hugo, signing-limit: 50000 }
      - { id: hugo, name: Hugo Top }
      - { id: ann, name: Ann Vik }
      - { id: bob, name: Bob Ost }
      - { id: bill, name: Bill Ek }
      - { id: ivan, name: Ivan Nor }
      - { id: kim, name: Kim Ro }
      - { id: hans, name: Hans Bo }
      - { id: donna, name: Donna Dal }
      - { id: erin, name: Erin Fjord }
      - { id: dan, name: Dan Gone, disabled: true, manager: sue }
      - { id: carol, name: Carol Ask }
    groups: { travellers: [], receipts: [ivan, kim], board: [ann, sue, bill], ghosts: [dan] }
    queues:
      budget: { members: [hans, ivan], administrators: [carol] }
      own: { members: [sam, hans] }
      tax: { members: [kim], administrators: [carol] }
      by-size: { rules: [ { when: amount > 10000, queue: budget } ], otherwise: tax }
    projects:
      p-1: { title: One, owner: bob }
      p-2: { title: Two, owner: ann }
      p-3: { title: Three, owner: bill }
    cost-centers: { "4100": { title: Sales, owner: donna } }
    """
}
