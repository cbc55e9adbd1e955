/// One element of a workflow: what all kinds share, and the definition of its kind.
public struct Element: Sendable {
  /// Its name among its neighbours.
  public let name: String
  /// Its path: enclosing element, branch, name.
  public let path: ElementPath
  /// Where it stands in the file.
  public let location: SourceLocation
  /// The title of its work items.
  public let subject: LocalizedTemplate?
  /// What is asked of the people.
  public let instructions: LocalizedTemplate?
  /// What a resubmission runs again when this element sent the document back.
  public let restart: Restart
  /// Who is told of what happens in it.
  public let notifications: NotificationRules
  /// What its kind says.
  public let definition: any ElementDefinition
  /// Its keys as they are written; none when it was made in code.
  let keys: [WrittenKey]

  /// An element.
  public init(
    name: String, path: ElementPath, location: SourceLocation = .nowhere,
    subject: LocalizedTemplate? = nil, instructions: LocalizedTemplate? = nil,
    restart: Restart = .element, notifications: NotificationRules = NotificationRules(),
    definition: any ElementDefinition
  ) {
    self.init(
      name: name, path: path, location: location, subject: subject, instructions: instructions,
      restart: restart, notifications: notifications, definition: definition, keys: [])
  }

  init(
    name: String, path: ElementPath, location: SourceLocation, subject: LocalizedTemplate?,
    instructions: LocalizedTemplate?, restart: Restart, notifications: NotificationRules,
    definition: any ElementDefinition, keys: [WrittenKey]
  ) {
    self.name = name
    self.path = path
    self.location = location
    self.subject = subject
    self.instructions = instructions
    self.restart = restart
    self.notifications = notifications
    self.definition = definition
    self.keys = keys
  }

  /// The keyword of its kind, such as `approval`.
  public var kind: String { Swift.type(of: definition).keyword }

  /// The element and all elements inside it, depth first.
  public var withDescendants: [Element] {
    [self] + definition.branches.flatMap { $0.elements.flatMap(\.withDescendants) }
  }
}
