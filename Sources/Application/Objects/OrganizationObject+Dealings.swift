// Cost centres, projects, rates, ways to be told and own document types, as they are written.

import Workflow

extension OrganizationObject {
  var costCenters: [JSON] {
    sortedCostCenters.map { code, center in
      [
        "code": .string(code), "title": .string(center.title), "owner": .optional(center.owner),
        "budget": .object(
          JSONObject(
            center.budget.sorted { $0.key < $1.key }.map { ("\($0.key)", .money($0.value)) })),
      ]
    }
  }

  var projects: [JSON] {
    sortedProjects.map { code, project in
      ["code": .string(code), "title": .string(project.title), "owner": .optional(project.owner)]
    }
  }

  var rates: [JSON] {
    organization.rates.all.flatMap { currency, rates in
      rates.map {
        [
          "currency": .string(currency.code), "from": .text($0.from),
          "rate": .string("\($0.rate)"),
        ]
      }
    }
  }

  var notifications: [JSON] {
    transports.map { transport, settings in
      [
        "transport": .string(Word(transport.rawValue).lowerCamelCased),
        "command": .texts(settings.arguments), "sender": .text(settings.sender),
        "events": .array(
          settings.events.map { .string(Word($0.rawValue).lowerCamelCased) }
            .sorted { ($0.string ?? "") < ($1.string ?? "") }),
        "timeout": .string(settings.timeout.words), "atOnce": .number(settings.atOnce),
      ]
    }
  }

  var types: [JSON] {
    organization.declaredTypes.map { type in
      [
        "id": .text(type.id), "title": .string(type.title), "prefix": .string(type.prefix),
        "fields": .array(type.schema.fields.map { .string(Word($0.name).lowerCamelCased) }),
        "lineFields": .array(type.schema.lineFields.map { .string(Word($0.name).lowerCamelCased) }),
        "statuses": .texts(type.statuses), "allowsDeny": .bool(type.allowsDeny),
        "defaultWorkflow": .optional(type.defaultWorkflow),
        "executables": .texts(type.executables.keys.sorted()),
      ]
    }
  }

  /// One line each, in sections that are there only when they have something.
  var dealings: [String] {
    let centers = sortedCostCenters.map { code, center in
      "\(code): \(center.title)" + (center.owner.map { ", \($0)" } ?? "")
        + center.budget.sorted { $0.key < $1.key }.map { "; \($0.key): \($0.value)" }.joined()
    }
    let projects = sortedProjects.map { code, project in
      "\(code): \(project.title)" + (project.owner.map { ", \($0)" } ?? "")
    }
    let rates = organization.rates.all.map { currency, rates in
      "\(currency.code): " + rates.map { "\($0.rate) from \($0.from)" }.joined(separator: ", ")
    }
    let ways = transports.map { transport, settings in
      "\(transport.rawValue): " + settings.arguments.joined(separator: " ")
        + (settings.sender.map { ", from \($0)" } ?? "")
    }
    let types = organization.declaredTypes.map { "\($0.id) (\($0.prefix)): \($0.title)" }
    return section("cost centres", centers) + section("projects", projects)
      + section("rates", rates) + section("told by", ways) + section("types", types)
  }

  private var sortedCostCenters: [(String, CostCenter)] {
    organization.costCenters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var sortedProjects: [(String, Project)] {
    organization.projects.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var transports: [(NotificationTransport, NotificationSettings.Transport)] {
    organization.notifications.transports.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ($0.key, $0.value) }
  }
}
