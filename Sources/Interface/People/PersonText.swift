// A person, and a standing delegation, in lines.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct PersonText {
  let context: PageContext

  func lines(_ row: PersonRow, managers: [Person]) -> [StyledText] {
    let person = row.person
    var lines = [
      line("managers", managers.isEmpty ? "nobody" : managers.map(\.name).joined(separator: " › "))
    ]
    lines.append(line("groups", list(row.groups.map(\.description))))
    lines.append(line("queues", list(row.queues.map { "@\($0)" })))
    for (key, value) in person.attributes { lines += attribute(key, value) }
    let state = [
      row.isAdministrator ? "administrator" : nil, row.isActive ? nil : "not asked: disabled",
      person.activeFrom.map { "from " + $0.long }, person.activeTo.map { "until " + $0.long },
    ].compactMap { $0 }
    if !state.isEmpty { lines.append(line("is", state.joined(separator: ", "))) }
    lines.append(
      line("login", person.login + (person.mail.map { " · " + $0 } ?? "")))
    if !row.delegates.isEmpty {
      lines.append(line("acts for them", row.delegates.map(context.name).joined(separator: ", ")))
    }
    if !row.actsFor.isEmpty {
      lines.append(line("they act for", row.actsFor.map(context.name).joined(separator: ", ")))
    }
    return lines
  }

  private func attribute(_ key: String, _ value: Value) -> [StyledText] {
    guard case .record(let byType) = value else { return [line(spelledOut(key), value.display)] }
    return byType.map { line(spelledOut(key), "\($0.value.display) for \($0.key)") }
  }

  func lines(_ row: DelegationRow) -> [StyledText] {
    let rule = row.rule
    let time = [
      rule.start.map { "from " + $0.weekdayAndShort + " \($0.year)" },
      rule.end.map { "until " + $0.weekdayAndShort + " \($0.year)" },
    ].compactMap { $0 }.joined(separator: " ")
    let source =
      row.addedBy.map { person in
        "added by " + context.name(of: person)
          + (row.addedAt.map { ", " + context.clock.moment($0, now: context.now) } ?? "")
      } ?? "in the organisation's file"
    return [
      StyledText("\(row.toName) acts for \(row.fromName): \(rule.scope.words)"),
      StyledText(time.isEmpty ? "for ever" : time),
      StyledText("It holds for new work items; what is open stays where it is.", .dim),
      StyledText(source, .dim),
    ]
  }

  func line(_ label: String, _ text: String) -> StyledText {
    StyledText((label + " ").padded(to: 15), .dim) + StyledText(text)
  }

  private func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
