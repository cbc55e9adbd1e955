// A person as it is written.

import ApplicationRuntime
import Workflow

struct PersonObject: OutputObject {
  static let object = "person"
  static let columns = [
    TextColumn("Person"), TextColumn("Name", minimum: 8), TextColumn("Active"),
    TextColumn("Manager"), TextColumn("Groups", priority: 1, minimum: 8),
    TextColumn("Queues", priority: 2, minimum: 8), TextColumn("Mail", priority: 3),
  ]

  let row: PersonRow

  init(_ row: PersonRow) { self.row = row }

  var json: JSONObject {
    let person = row.person
    return [
      "id": .text(person.id), "name": .string(person.name), "login": .string(person.login),
      "mail": .text(person.mail), "manager": .optional(person.manager),
      "groups": .texts(row.groups), "queues": .texts(row.queues),
      "active": .bool(row.isActive), "activeFrom": .optional(person.activeFrom),
      "activeTo": .optional(person.activeTo), "administrator": .bool(row.isAdministrator),
      "attributes": Value.record(person.attributes).json(),
      "delegates": .texts(row.delegates), "actsFor": .texts(row.actsFor),
    ]
  }

  var cells: [String] {
    let person = row.person
    return [
      person.id.description, person.name, row.isActive ? "yes" : "no",
      person.manager?.description ?? "", row.groups.map(\.description).joined(separator: ", "),
      row.queues.map(\.description).joined(separator: ", "), person.mail ?? "",
    ]
  }

  var lines: [String] {
    let person = row.person
    var pairs: [(String, String)] = [
      ("login", person.login), ("mail", person.mail ?? ""),
      ("manager", person.manager?.description ?? ""),
      ("groups", row.groups.map(\.description).joined(separator: ", ")),
      ("queues", row.queues.map(\.description).joined(separator: ", ")),
      ("active", row.isActive ? "yes" : "no"),
      ("administrator", row.isAdministrator ? "yes" : ""),
      ("acts for them", row.delegates.map(\.description).joined(separator: ", ")),
      ("acts for", row.actsFor.map(\.description).joined(separator: ", ")),
    ]
    pairs += person.attributes.map { ($0.key, $0.value.display) }
    let told = pairs.filter { !$0.1.isEmpty }
    let width = told.map(\.0.count).max() ?? 0
    return ["\(person.id)  \(person.name)"]
      + told.map { name, value in
        "  " + name + String(repeating: " ", count: width - name.count + 2) + value
      }
  }
}
