// Reads the people and their attributes.

import Foundation

extension OrganizationReader {
  private static let example = "- { id: sam, name: Sam Holt }"

  mutating func readPeople() {
    guard let node = mapping.requiredNode("users", example: "[ { id: sam, name: Sam Holt } ]")
    else { return }
    guard let nodes = node.sequence, !nodes.isEmpty else {
      mapping.error(
        at: node.location, "`users` must be a list with at least one person",
        "Write `\(Self.example)`")
      return
    }
    for node in nodes { readPerson(node) }
  }

  private mutating func readPerson(_ node: YAMLNode) {
    var copy = self
    let person = mapping.mapping(node, example: Self.example) { reader in
      let outer = copy.mapping
      copy.mapping = reader
      let person = copy.person()
      reader = copy.mapping
      copy.mapping = outer
      return person
    }
    let outer = mapping
    self = copy
    mapping = outer
    if let person { people.append(person) }
  }

  /// Reads the keys of one person; `mapping` is that person's.
  private mutating func person() -> Person? {
    let id = mapping.requiredText("id", example: "sam").map { PersonID($0) }
    let name = mapping.requiredText("name", example: "Sam Holt")
    let login = mapping.text("login", example: "sam")
    let mail = mapping.text("mail", example: "sam@example.org")
    let manager = mapping.text("manager", example: "frank").map { PersonID($0) }
    var groups: [GroupID] = []
    var seenGroups: Set<GroupID> = []
    for (text, location) in mapping.texts("groups", example: "[employees]") ?? [] {
      namedGroups.append((GroupID(text), location))
      if seenGroups.insert(GroupID(text)).inserted { groups.append(GroupID(text)) }
    }
    let activeFrom = mapping.day("active-from", example: "2027-12-31")
    let activeTo = mapping.day("active-to", example: "2027-12-31")
    let isDisabled = mapping.bool("disabled") ?? false
    let attributes = attributes()
    guard let id, let name else { return nil }
    if check(id: id) { check(login: login ?? id.rawValue, key: login == nil ? "id" : "login") }
    if let manager {
      let location = mapping.location(ofValue: "manager")
      namedPeople.append((manager, location))
      managerLocation[id] = location
    }
    return Person(
      id: id, name: name, login: login, mail: mail, manager: manager, groups: groups,
      activeFrom: activeFrom, activeTo: activeTo, isDisabled: isDisabled, attributes: attributes)
  }

  /// Whether the id is new; one that is not is reported.
  private mutating func check(id: PersonID) -> Bool {
    let location = mapping.location(ofValue: "id")
    let scalars = id.rawValue.unicodeScalars
    let isName = scalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        && !$0.properties.isWhitespace
    }
    if !isName || scalars.count > 128 {
      mapping.error(
        at: location, "\(quoted(id.rawValue)) cannot be an id",
        "Use up to 128 letters, digits and signs without spaces")
    }
    if let line = lineOfPerson[id] {
      mapping.error(
        at: location, "the id \(quoted(id.rawValue)) is used twice",
        "Choose another than that of line \(line)")
      return false
    }
    lineOfPerson[id] = location.line
    return true
  }

  private mutating func check(login: String, key: String) {
    let location = mapping.location(ofValue: key)
    if let line = lineOfLogin[login] {
      mapping.error(
        at: location, "the login \(quoted(login)) is used twice",
        "Give this person another `login` than that of line \(line)")
    }
    lineOfLogin[login] = location.line
  }

  /// Every key that a person need not have is an attribute, unless it looks like a slip.
  private mutating func attributes() -> Record {
    let own = [
      "id", "name", "login", "mail", "manager", "groups", "active-from", "active-to", "disabled",
      "signing-limit",
    ]
    var result = Record()
    guard mapping.keys.count <= 200 else {
      mapping.error(
        at: mapping.location, "one person has more than 200 keys", "Remove what is not used")
      return result
    }
    for key in mapping.keys where !own.contains(key) || key == "signing-limit" {
      let isSlip = key != "signing-limit" && Spelling.nearest(to: key, among: own) != nil
      guard !isSlip, !mapping.laterKeys.contains(key), let node = mapping.node(key) else {
        continue
      }
      result[key] = attribute(key, node)
    }
    return result
  }

  private mutating func attribute(_ key: String, _ node: YAMLNode) -> Value {
    if let entries = node.mapping {
      guard entries.count <= 200 else {
        mapping.error(
          at: node.location, "`\(key)` has more than 200 values", "Remove what is not used")
        return .none
      }
      var byType = Record()
      for entry in entries {
        byType[entry.key] = single(key, entry.value)
      }
      return .record(byType)
    }
    if let nodes = node.sequence {
      note(key, .list(of: .text), at: node.location)
      return .list(nodes.compactMap { $0.scalar.map { .text($0.text) } })
    }
    return single(key, node)
  }

  private mutating func single(_ key: String, _ node: YAMLNode) -> Value {
    guard let scalar = node.scalar else {
      mapping.error(
        at: node.location, "`\(key)` must be a single value here, found \(node.kind)",
        "Write `\(key): 10000`, or one value for each document type")
      return .none
    }
    let (value, type) = value(scalar, isMoney: key == "signing-limit")
    if key == "signing-limit", type != .money {
      mapping.error(
        at: node.location, "\(quoted(scalar.text)) is not an amount",
        "Write `signing-limit: 10000` or `signing-limit: 10000 \(currency)`")
      return .none
    }
    note(key, type, at: node.location)
    return value
  }

  private func value(_ scalar: YAMLScalar, isMoney: Bool) -> (Value, ValueType) {
    let text = scalar.text
    let parts = text.split(separator: " ")
    if parts.count == 2, let currency = Currency(code: String(parts[1])),
      let money = try? Money(parsing: String(parts[0]), currency: currency)
    {
      return (.money(money), .money)
    }
    if isMoney, let money = try? Money(parsing: text, currency: currency) {
      return (.money(money), .money)
    }
    guard scalar.isPlain else { return (.text(text), .text) }
    if text == "true" || text == "false" { return (.bool(text == "true"), .bool) }
    if let number = Decimal(exactly: text) { return (.number(number), .number) }
    if let day = Day(iso8601: text) { return (.day(day), .day) }
    return (.text(text), .text)
  }

  /// Remembers the type of an attribute, and reports a person for whom it is another.
  private mutating func note(_ key: String, _ type: ValueType, at location: SourceLocation) {
    if let other = attributeTypes[key], other != type {
      mapping.error(
        at: location, "`\(key)` is \(type) here and \(other) for another person",
        "Write it in the same form for everybody")
    } else {
      attributeTypes[key] = type
    }
  }
}
