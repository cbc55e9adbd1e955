/// Who is there: people, groups, administrators, queues, cost centres, projects; when they work, and
/// who acts for whom.
public struct Organization: Sendable {
  /// The organisation's name.
  public let name: String
  /// The time zone in which its days begin, such as `Europe/Copenhagen`.
  public let timeZone: String
  /// The currency of amounts that name none.
  public let currency: Currency
  /// Who runs the system.
  public let administrators: [PersonID]
  /// The people in the order of the file.
  public let people: [Person]
  /// The members of the groups, from the groups' and the people's own entries.
  public let groups: [GroupID: [PersonID]]
  /// The cost centres by their codes.
  public let costCenters: [String: CostCenter]
  /// The projects by their codes.
  public let projects: [String: Project]
  /// What other currencies cost.
  public let rates: ExchangeRates
  /// The working calendars, and the zone in which time passes without one.
  public let workingCalendars: WorkingCalendars
  /// The time zone that days and times of day are in.
  public var zone: LocalZone { workingCalendars.zone }
  /// Who acts for whom, and when, in the order of the file.
  public let delegations: [StandingDelegation]
  /// The work item queues by their ids.
  public let queues: [QueueID: WorkItemQueue]
  /// The names that choose among queues by conditions.
  public let queueRules: [QueueID: QueueRules]
  /// The transports by which people are told, beside the list in the program.
  public let notifications: NotificationSettings
  /// The document types that come with the organisation, in the order of the file.
  public let declaredTypes: [TypeDeclaration]
  /// The contents of the files that the organisation names, by the names that it gives them.
  public let files: [String: String]
  /// The text of the file, in which the organisation is stored.
  public let source: String
  /// The types of the people's attributes, as the file uses them.
  public let attributeTypes: [String: ValueType]
  private let indexOfPerson: [PersonID: Int]
  private let indexOfLogin: [String: Int]
  private let delegationsOf: [PersonID: [StandingDelegation]]

  /// An organisation made in code; files are read by `parse`.
  public init(
    name: String, timeZone: String = "UTC", currency: Currency, administrators: [PersonID],
    people: [Person], groups: [GroupID: [PersonID]] = [:],
    costCenters: [String: CostCenter] = [:], projects: [String: Project] = [:],
    rates: ExchangeRates = ExchangeRates(), attributeTypes: [String: ValueType] = [:],
    workingCalendars: WorkingCalendars? = nil, delegations: [StandingDelegation] = [],
    queues: [WorkItemQueue] = [], queueRules: [QueueID: QueueRules] = [:],
    notifications: NotificationSettings = NotificationSettings(),
    declaredTypes: [TypeDeclaration] = [], files: [String: String] = [:], source: String = ""
  ) {
    self.name = name
    self.timeZone = timeZone
    self.currency = currency
    self.administrators = administrators
    self.people = people
    var members = groups
    for person in people {
      for group in person.groups where members[group]?.contains(person.id) != true {
        members[group, default: []].append(person.id)
      }
    }
    self.groups = members
    self.costCenters = costCenters
    self.projects = projects
    self.rates = rates
    self.workingCalendars = workingCalendars ?? .wall(zone: timeZone)
    self.delegations = delegations
    self.queues = Dictionary(queues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.queueRules = queueRules
    self.notifications = notifications
    self.declaredTypes = declaredTypes
    self.files = files
    delegationsOf = Dictionary(grouping: delegations, by: \.from)
      .mapValues { rules in (0...2).flatMap { rank in rules.filter { $0.rank == rank } } }
    self.source = source
    self.attributeTypes = Person.ownAttributeTypes.merging(attributeTypes) { own, _ in own }
    let indices = people.enumerated()
    indexOfPerson = Dictionary(
      indices.map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    indexOfLogin = Dictionary(
      indices.map { ($0.element.login, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The person with this id.
  public func person(_ id: PersonID) -> Person? { indexOfPerson[id].map { people[$0] } }

  /// The person with this name on the machine.
  public func person(login: String) -> Person? { indexOfLogin[login].map { people[$0] } }

  /// Whether the person runs the system.
  public func isAdministrator(_ id: PersonID) -> Bool { administrators.contains(id) }

  /// The members of a group; none when there is no such group.
  public func members(of group: GroupID) -> [PersonID]? { groups[group] }

  /// A person's standing delegations, the narrowest first, of equals in the order of the file.
  func delegations(from person: PersonID) -> [StandingDelegation] { delegationsOf[person] ?? [] }

  /// The text in which the organisation is stored and from which it is read again.
  public var yaml: String { source }
}
