// One person: managers up to the top, groups, limits, delegations, what waits for them.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// A person's page, from a row of the people.
package struct PersonPage: Sendable {
  let id: PersonID
  package internal(set) var detail: PersonDetail?
  var failure: String?
  var scroll = 0

  init(id: PersonID) { self.id = id }

  func lines(_ context: PageContext, width: Int) -> [StyledText] {
    if let failure {
      return failure.wrapped(to: width).map { StyledText($0, .danger) }
    }
    guard let detail else { return [StyledText("…", .dim)] }
    let text = PersonText(context: context)
    var lines = text.lines(detail.row, managers: detail.managers)
    if let delegations = detail.delegations {
      lines += [StyledText(), StyledText("Delegations", .heading)]
      if delegations.isEmpty { lines.append(StyledText("none", .dim)) }
      for row in delegations {
        let state = DelegationState(row, today: context.clock.day(of: context.now))
        lines.append(
          StyledText(state.rawValue.padded(to: 10), state.style)
            + StyledText("\(row.toName) for \(row.fromName)")
            + StyledText(" · " + Self.time(row.rule) + " · " + row.rule.scope.words, .dim))
      }
    }
    if let items = detail.items { lines += Self.lines(items, context) }
    return lines.flatMap { $0.wrapped(to: width) }
  }

  private static func time(_ rule: StandingDelegation) -> String {
    let parts = [rule.start.map { "from " + $0.long }, rule.end.map { "until " + $0.long }]
    let text = parts.compactMap { $0 }.joined(separator: " ")
    return text.isEmpty ? "for ever" : text
  }

  private static func lines(_ items: Window<InboxRow>, _ context: PageContext) -> [StyledText] {
    let count = "\(items.rows.count)" + (items.next == nil ? "" : "+")
    var lines = [StyledText(), StyledText("Open items: " + count, .heading)]
    for row in items.rows {
      let isLate = row.item.dueAt.map { $0 < context.now } ?? false
      let due = row.item.dueAt.map { context.clock.due($0, now: context.now) } ?? "no limit"
      lines.append(
        StyledText(row.item.document.rawValue.padded(to: 12), .emphasis)
          + StyledText(row.title.truncated(to: 36).padded(to: 37))
          + StyledText(
            (row.item.step ?? row.item.element.name).truncated(to: 13).padded(to: 14), .dim)
          + StyledText((isLate ? "! " : "") + due, isLate ? .danger : .dim))
    }
    return lines
  }
}

extension PersonPage: PageContent {
  var kind: PageKind { .person }
  var readings: [Reading] { [.person(id)] }
  var place: String? { detail?.row.person.name ?? id.rawValue }
  var selectedID: String? { id.rawValue }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    guard case .person(let detail) = answer, detail.row.person.id == id else { return }
    self.detail = detail
    failure = nil
  }

  mutating func take(failure: String, of reading: Reading) -> Bool {
    guard reading == .person(id) else { return false }
    self.failure = failure
    return true
  }

  mutating func move(by distance: Int) { scroll = max(0, scroll + distance) }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) { move(by: distance) }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    let count = lines(context, width: layout.body.columns - 2).count
    scroll = min(scroll, max(0, count - layout.body.rows))
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    state.drawRule(in: &frame, layout: layout)
    frame.draw(in: layout.body) { canvas in
      let width = max(0, canvas.columns - 2)
      let lines = lines(state.context, width: width)
      for (row, line) in lines.dropFirst(scroll).prefix(canvas.rows).enumerated() {
        canvas.write(line, column: 1, row: row, width: width)
      }
    }
  }
}
