// The people of the tests.

import Workflow

extension Facts {
  static let usual = organization(
    """
      - { id: sam, name: Sam, manager: frank }
      - { id: frank, name: Frank, manager: sue, grade: 1 }
      - { id: sue, name: Sue, manager: ann, grade: 2 }
      - { id: ann, name: Ann, grade: 3, language: da }
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
      projects: { p-1: { title: One, owner: bob }, p-2: { title: Two, owner: ann } }
      """
    return Organization.parse(source, file: "o.yaml").organization
      ?? .soleUser(id: "sam", name: "Sam", login: "sam", groups: [])
  }
}
