// Queues, calendars, delegations and named files, as they are written.

import Workflow

extension OrganizationObject {
  var queues: [JSON] {
    let own = organization.queues.values.map { queue -> (QueueID, JSON) in
      (
        queue.id,
        [
          "id": .text(queue.id), "title": .string(queue.title),
          "status": .string(Word(queue.status.rawValue).lowerCamelCased),
          "members": .texts(queue.members), "administrators": .texts(queue.administrators),
          "rules": .null, "otherwise": .null,
        ]
      )
    }
    let chosen = organization.queueRules.map { id, rules -> (QueueID, JSON) in
      (
        id,
        [
          "id": .text(id), "title": .text(id), "status": .null, "members": .null,
          "administrators": .null,
          "rules": .array(
            rules.rules.map { ["when": .string($0.when.source), "queue": .text($0.queue)] }),
          "otherwise": .text(rules.otherwise),
        ]
      )
    }
    return (own + chosen).sorted { $0.0 < $1.0 }.map(\.1)
  }

  var calendars: [JSON] {
    sortedCalendars.map { calendar in
      [
        "name": .string(calendar.name), "default": .bool(isUsual(calendar)),
        "timeZone": .string(calendar.zone.identifier),
        "week": .object(
          JSONObject(
            Weekday.allCases.map { day in
              (day.name, .texts(calendar.week[day] ?? []))
            })),
        "holidays": .array(
          calendar.holidays.sorted { $0.key < $1.key }
            .map { ["day": .text($0.key), "name": .string($0.value)] }),
      ]
    }
  }

  static func delegation(_ rule: StandingDelegation) -> JSON {
    let scope: JSON =
      switch rule.scope {
      case .all: "all"
      case .type(let type): ["type": .text(type)]
      case .workflow(let workflow): ["workflow": .text(workflow)]
      }
    return [
      "from": .text(rule.from), "to": .text(rule.to), "scope": scope,
      "start": .optional(rule.start), "end": .optional(rule.end),
    ]
  }

  var files: [(name: String, size: Int)] {
    organization.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value.utf8.count) }
  }

  private var sortedCalendars: [WorkingCalendar] {
    organization.workingCalendars.calendars.values.sorted { $0.name < $1.name }
  }

  private func isUsual(_ calendar: WorkingCalendar) -> Bool {
    organization.workingCalendars.usual == calendar.name
  }

  /// One line each, in sections that are there only when they have something.
  var structure: [String] {
    section(
      "queues",
      organization.queues.values.sorted { $0.id < $1.id }.map { queue in
        let members = queue.members.map(\.description).joined(separator: ", ")
        return "\(queue.id): \(members.isEmpty ? "no members" : members), \(queue.status.rawValue)"
      }
        + organization.queueRules.sorted { $0.key < $1.key }.map { id, rules in
          "\(id): "
            + rules.rules.map { "\($0.queue) when \($0.when.source), " }.joined()
            + "otherwise \(rules.otherwise)"
        })
      + section(
        "calendars",
        sortedCalendars.map { calendar in
          let week = Weekday.allCases.compactMap { day in
            calendar.week[day].map { hours in
              day.shortName + " " + hours.map(\.description).joined(separator: ", ")
            }
          }
          return "\(calendar.name)\(isUsual(calendar) ? " (default)" : ""): "
            + week.joined(separator: "; ")
            + (calendar.holidays.isEmpty
              ? "" : "; " + Words.count(calendar.holidays.count, "holiday"))
        })
      + section(
        "delegations",
        organization.delegations.map { rule in
          let scope =
            switch rule.scope {
            case .all: ""
            case .type(let type): ", for \(type)"
            case .workflow(let workflow): ", for the workflow \(workflow)"
            }
          return "\(rule.from) to \(rule.to)\(scope)"
            + (rule.start.map { ", from \($0)" } ?? "") + (rule.end.map { ", until \($0)" } ?? "")
        })
      + dealings
      + section("files", files.map { "\($0.name), \(Words.count($0.size, "byte"))" })
  }

  func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(title):"] + lines.map { "  " + $0 }
  }
}
