// Reads the keys of an organisation's file and checks what they say of each other.

/// What has been read so far of an organisation's file.
struct OrganizationReader {
  var mapping: MappingReader
  var currency = Currency.euro
  /// Who is named where, to be looked up when all people are known.
  var namedPeople: [(PersonID, SourceLocation)] = []
  var namedGroups: [(GroupID, SourceLocation)] = []
  var attributeTypes: [String: ValueType] = [:]
  var people: [Person] = []
  var lineOfPerson: [PersonID: Int] = [:]
  var lineOfLogin: [String: Int] = [:]
  var managerLocation: [PersonID: SourceLocation] = [:]
  /// The types and workflows for which somebody delegates.
  var delegatedScopes: [(StandingDelegation.Scope, SourceLocation)] = []
  /// The files beside the organisation's own, by the names that it gives them.
  let files: [String: NamedFile]
  /// The folder of the organisation's file, for the places of findings in the others.
  let folder: String
  /// The files that are named, whether they can be read or not.
  var namedFiles: [String] = []
  /// Those that were read.
  var usedFiles: [String: String] = [:]

  init(mapping: MappingReader, files: [String: NamedFile] = [:]) {
    self.mapping = mapping
    self.files = files
    let file = mapping.location.file
    folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }

  mutating func organization(
    source: String, types: [DocumentTypeID]? = nil, workflows: [WorkflowID]? = nil
  ) -> Organization? {
    let name = mapping.requiredText("organization", example: "Example Ltd")
    let timeZone = mapping.timeZone("time-zone") ?? "UTC"
    readCurrency()
    let administrators = names("administrators", example: "[carol]")
    if mapping.requiredNode("administrators", example: "[carol]") != nil, administrators.isEmpty {
      mapping.error(
        at: mapping.location(ofValue: "administrators"), "nobody administers the organisation",
        "Name at least one person, such as `administrators: [carol]`")
    }
    readPeople()
    let groups = groups()
    let costCenters = costCenters()
    let projects = projects()
    let rates = rates()
    let calendars = calendars(zone: LocalZone(timeZone))
    let delegations = delegations()
    let (queues, queueRules) = queues()
    let notifications = notifications()
    let declaredTypes = declaredTypes()
    checkScopes(types: types.map { $0 + declaredTypes.map(\.id) }, workflows: workflows)
    checkNames(groups: groups)
    checkManagers()
    guard let name else { return nil }
    return Organization(
      name: name, timeZone: timeZone, currency: currency, administrators: administrators,
      people: people, groups: groups ?? [:], costCenters: costCenters, projects: projects,
      rates: rates, attributeTypes: attributeTypes, workingCalendars: calendars,
      delegations: delegations, queues: queues, queueRules: queueRules,
      notifications: notifications, declaredTypes: declaredTypes, files: usedFiles,
      source: source)
  }

  private mutating func readCurrency() {
    guard let code = mapping.requiredText("currency", example: "EUR") else { return }
    if let known = Currency(code: code) {
      currency = known
    } else {
      mapping.error(
        at: mapping.location(ofValue: "currency"), "unknown currency \(quoted(code))",
        "Write the three letters of ISO 4217, such as `EUR`")
    }
  }

  /// The people named in a list, each once.
  mutating func names(_ key: String, example: String) -> [PersonID] {
    var result: [PersonID] = []
    var seen: Set<PersonID> = []
    for (text, location) in mapping.texts(key, example: example) ?? [] {
      let id = PersonID(text)
      namedPeople.append((id, location))
      if seen.insert(id).inserted { result.append(id) }
    }
    return result
  }

  private mutating func checkNames(groups: [GroupID: [PersonID]]?) {
    let ids = people.map(\.id.rawValue)
    for (id, location) in namedPeople where !mapping.isFull && lineOfPerson[id] == nil {
      let nearest = Spelling.nearest(to: id.rawValue, among: ids)
      mapping.error(
        at: location, "unknown user \(quoted(id.rawValue))",
        nearest.map { "Did you mean `\($0)`?" } ?? "Add the person under `users`")
    }
    let known = groups ?? [:]
    for (id, location) in namedGroups where !mapping.isFull && known[id] == nil {
      let nearest = Spelling.nearest(to: id.rawValue, among: known.keys.map(\.rawValue))
      mapping.error(
        at: location, "unknown group \(quoted(id.rawValue))",
        nearest.map { "Did you mean `\($0)`?" }
          ?? "Add it under `groups`, such as `groups: { \(id): [] }`")
    }
  }

  /// Reports every ring of managers once, at the first person of the file in it.
  private mutating func checkManagers() {
    let managers = Dictionary(
      people.compactMap { person in person.manager.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    var settled: Set<PersonID> = []
    for person in people {
      var chain: [PersonID] = []
      var onChain: Set<PersonID> = []
      var next: PersonID? = person.id
      while let id = next, !settled.contains(id) {
        guard onChain.insert(id).inserted else {
          let ring = chain.drop { $0 != id } + [id]
          mapping.error(
            at: managerLocation[id] ?? mapping.location,
            "the managers form a ring: \(ring.map(\.rawValue).joined(separator: " → "))",
            "Remove `manager` from the one who is on top")
          break
        }
        chain.append(id)
        next = managers[id]
      }
      settled.formUnion(chain)
    }
  }
}
