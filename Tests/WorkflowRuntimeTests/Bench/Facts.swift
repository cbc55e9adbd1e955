// What a test lets the runtime ask.

import Workflow
import WorkflowRuntime

/// A lookup over plain values.
struct Facts: Lookup {
  var fields: Record = ["amount": .number(500), "country": "DK"]
  var organization: Organization = Facts.usual
  var today = Day(clamping: 20_500)
  let scope = TypeScope(names: ["amount": .number, "country": .text, "share": .number])

  static let usual = organization(
    """
      - { id: sam, name: Sam, manager: frank }
      - { id: frank, name: Frank, manager: sue, grade: 1 }
      - { id: sue, name: Sue, manager: ann, grade: 2 }
      - { id: ann, name: Ann, grade: 3 }
      - { id: bob, name: Bob }
      - { id: kim, name: Kim, manager: sue, disabled: true }
      - { id: tom, name: Tom, manager: kim }
      - { id: root, name: Root }
    """)

  static func organization(_ users: String) -> Organization {
    let source = """
      organization: Example
      time-zone: UTC
      currency: EUR
      administrators: [root]
      users:
      \(users)
      groups: { pair: [sue, bob], ghosts: [kim], empty: [] }
      """
    return Organization.parse(source, file: "o.yaml").organization
      ?? .soleUser(id: "sam", name: "Sam", login: "sam", groups: [])
  }

  func field(_ reference: FieldReference) throws -> Value {
    var value = Value.record(fields)
    for name in reference.path {
      guard case .record(let record) = value else { return .none }
      value = record[name]
    }
    return value
  }

  func person(_ id: PersonID) throws -> Person? { organization.person(id) }
  func members(of group: GroupID) throws -> [PersonID]? { organization.members(of: group) }
  func administrators() throws -> [PersonID] { organization.administrators }
}
