/// A workflow as its file says: what an administrator configured for a document type.
public struct WorkflowDefinition: Sendable {
  /// The workflow's id over all its versions.
  public let id: WorkflowID
  /// Its title for people.
  public let title: String
  /// The type of documents that it is for.
  public let type: DocumentTypeID
  /// Who keeps it and gets its errors.
  public let owner: PersonID?
  /// Whether it is for whole documents or for one line of them.
  public let level: WorkflowLevel
  /// When it is chosen for a document; always when there is none.
  public let activation: Expression?
  /// Of several that hold, the one with the highest priority is chosen.
  public let priority: Int
  /// The legal entities that it is limited to; empty for all.
  public let legalEntities: [String]
  /// Whether the originator may be asked to approve.
  public let submitterMayApprove: Bool
  /// Whether approvals stay valid when fields that matter change.
  public let keepApprovals: Bool
  /// What people read before they submit.
  public let instructions: LocalizedTemplate?
  /// Who is told of what becomes of an instance.
  public let notifications: NotificationRules
  /// The elements in their order.
  public let elements: [Element]
  /// The text of the file.
  public let source: String
  /// Where the keys of the workflow itself stand.
  let locations: [String: SourceLocation]
  /// The keys of the workflow itself as they are written.
  let keys: [WrittenKey]

  /// A definition made in code; files are read by `parse`.
  public init(
    id: WorkflowID, title: String, type: DocumentTypeID, owner: PersonID? = nil,
    level: WorkflowLevel = .header, activation: Expression? = nil, priority: Int = 0,
    legalEntities: [String] = [],
    submitterMayApprove: Bool = true, keepApprovals: Bool = false,
    instructions: LocalizedTemplate? = nil,
    notifications: NotificationRules = NotificationRules(), elements: [Element],
    source: String = ""
  ) {
    self.init(
      id: id, title: title, type: type, owner: owner, level: level, activation: activation,
      priority: priority,
      legalEntities: legalEntities, submitterMayApprove: submitterMayApprove,
      keepApprovals: keepApprovals, instructions: instructions, notifications: notifications,
      elements: elements, source: source, locations: [:], keys: [])
  }

  init(
    id: WorkflowID, title: String, type: DocumentTypeID, owner: PersonID?, level: WorkflowLevel,
    activation: Expression?, priority: Int, legalEntities: [String], submitterMayApprove: Bool,
    keepApprovals: Bool,
    instructions: LocalizedTemplate?, notifications: NotificationRules, elements: [Element],
    source: String,
    locations: [String: SourceLocation], keys: [WrittenKey]
  ) {
    self.id = id
    self.title = title
    self.type = type
    self.owner = owner
    self.level = level
    self.activation = activation
    self.priority = priority
    self.legalEntities = legalEntities
    self.submitterMayApprove = submitterMayApprove
    self.keepApprovals = keepApprovals
    self.instructions = instructions
    self.notifications = notifications
    self.elements = elements
    self.source = source
    self.locations = locations
    self.keys = keys
  }

  /// All elements, those inside others as well, depth first.
  public var allElements: [Element] { elements.flatMap(\.withDescendants) }

  /// The element at a path, found by going down; none when there is none.
  public func element(at path: ElementPath) -> Element? {
    var candidates = elements
    var remaining = path.components[...]
    while let name = remaining.popFirst() {
      guard let element = candidates.first(where: { $0.name == name }) else { return nil }
      guard let branchName = remaining.popFirst() else { return element }
      guard let branch = element.definition.branches.first(where: { $0.name == branchName })
      else { return nil }
      candidates = branch.elements
    }
    return nil
  }

  /// The elements beside the one at a path: those of its branch, or of the workflow.
  public func siblings(of path: ElementPath) -> [Element] {
    guard path.components.count > 1 else { return elements }
    let branchPath = path.components.dropLast()
    guard let branchName = branchPath.last,
      let parent = element(at: ElementPath(Array(branchPath.dropLast())))
    else { return [] }
    return parent.definition.branches.first { $0.name == branchName }?.elements ?? []
  }
}
