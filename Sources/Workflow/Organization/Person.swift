/// One person of the organisation.
public struct Person: Hashable, Sendable {
  /// The person's id.
  public let id: PersonID
  /// The name that others see.
  public let name: String
  /// The name on the machine; the id when the file says nothing.
  public let login: String
  /// The mail address.
  public let mail: String?
  /// The superior.
  public let manager: PersonID?
  /// The groups that the person's own entry names.
  public let groups: [GroupID]
  /// The first day of work; before it the person is not asked.
  public let activeFrom: Day?
  /// The last day of work; after it the person is not asked.
  public let activeTo: Day?
  /// Whether the person is never asked, whatever the day.
  public let isDisabled: Bool
  /// Everything else that the file says, such as `signing-limit`; a record holds one value for each
  /// document type.
  public let attributes: Record

  /// A person.
  public init(
    id: PersonID, name: String, login: String? = nil, mail: String? = nil,
    manager: PersonID? = nil, groups: [GroupID] = [], activeFrom: Day? = nil,
    activeTo: Day? = nil, isDisabled: Bool = false, attributes: Record = Record()
  ) {
    self.id = id
    self.name = name
    self.login = login ?? id.rawValue
    self.mail = mail
    self.manager = manager
    self.groups = groups
    self.activeFrom = activeFrom
    self.activeTo = activeTo
    self.isDisabled = isDisabled
    self.attributes = attributes
  }

  /// Whether the person can be asked on that day.
  public func isActive(on day: Day) -> Bool {
    !isDisabled && activeFrom.map { $0 <= day } ?? true && activeTo.map { day <= $0 } ?? true
  }

  /// The types of what every person has, beside the attributes of the file.
  public static let ownAttributeTypes: [String: ValueType] = [
    "id": .person, "name": .text, "login": .text, "mail": .text, "manager": .person,
    "groups": .list(of: .text), "signing-limit": .money,
  ]

  /// What conditions about people read: the person's own data and attributes; of an attribute that
  /// differs by document type, the one of that type.
  public func attribute(_ name: String, for type: DocumentTypeID) -> Value {
    switch name {
    case "id": .text(id.rawValue)
    case "name": .text(self.name)
    case "login": .text(login)
    case "mail": mail.map { .text($0) } ?? .none
    case "manager": manager.map { .text($0.rawValue) } ?? .none
    case "groups": .list(groups.map { .text($0.rawValue) })
    default:
      if case .record(let byType) = attributes[name] {
        byType[type.rawValue]
      } else {
        attributes[name]
      }
    }
  }
}
