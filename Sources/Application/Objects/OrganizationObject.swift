// The organisation as it is written.

import Workflow

struct OrganizationObject: OutputObject {
  static let object = "organization"

  let organization: Organization

  init(_ organization: Organization) { self.organization = organization }

  var json: JSONObject {
    [
      "name": .string(organization.name), "timeZone": .string(organization.timeZone),
      "currency": .string(organization.currency.code),
      "administrators": .texts(organization.administrators),
      "people": .array(organization.people.map(Self.person)),
      "groups": .object(
        JSONObject(
          organization.groups.sorted { $0.key < $1.key }
            .map { ($0.key.description, .texts($0.value)) })),
      "costCenters": .array(costCenters), "projects": .array(projects), "rates": .array(rates),
      "notifications": .array(notifications), "types": .array(types),
      "queues": .array(queues), "calendars": .array(calendars),
      "delegations": .array(organization.delegations.map(Self.delegation)),
      "files": .array(
        files.map { ["name": .string($0.name), "size": .number($0.size)] }),
    ]
  }

  private static func person(_ person: Person) -> JSON {
    [
      "id": .text(person.id), "name": .string(person.name), "login": .string(person.login),
      "mail": .text(person.mail), "manager": .optional(person.manager),
      "groups": .texts(person.groups), "disabled": .bool(person.isDisabled),
      "activeFrom": .optional(person.activeFrom), "activeTo": .optional(person.activeTo),
      "attributes": Value.record(person.attributes).json(),
    ]
  }

  /// Their attributes, and the time in which they are active.
  private static func more(_ person: Person) -> String {
    var words = person.attributes.map { "\($0.key) \($0.value.display)" }
    if let from = person.activeFrom { words.append("from \(from)") }
    if let to = person.activeTo { words.append("until \(to)") }
    if person.isDisabled { words.append("disabled") }
    return words.joined(separator: ", ")
  }

  var lines: [String] {
    let names = organization.administrators.map(\.description).joined(separator: ", ")
    return [
      "\(organization.name), \(organization.timeZone), \(organization.currency)",
      "administrators: \(names)",
    ]
      + TextTable(
        columns: [
          TextColumn("Person"), TextColumn("Name"), TextColumn("Login"), TextColumn("Manager"),
          TextColumn("Groups"), TextColumn("Mail"), TextColumn("More"),
        ],
        rows: organization.people.map {
          [
            $0.id.description, $0.name, $0.login, $0.manager?.description ?? "",
            $0.groups.map(\.description).joined(separator: ", "), $0.mail ?? "",
            Self.more($0),
          ]
        }
      ).lines(width: nil).map { "  " + $0 } + structure
  }
}
