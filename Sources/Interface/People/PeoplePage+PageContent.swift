// What the page of people tells of itself: two lists below each other, of which one has the focus.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension PeoplePage: ListPage {
  var kind: PageKind { .people }
  var readings: [Reading] { [.delegations, .organization] }
  var listName: String? { pane == .delegations ? "delegations" : "people" }
  var count: String? {
    guard hasPeople else { return nil }
    let people = "\(peopleList.visible.count) of \(peopleList.all.count) people"
    let rules = delegationList.all.count
    return rules == 0 ? people : people + ", " + plural(rules, "delegation")
  }
  var filterFields: [String] {
    pane == .delegations ? DelegationRow.filterFields : PersonRow.filterFields
  }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    switch answer {
    case .delegations(let rows):
      delegations = rows
      hasDelegations = true
    case .organization(let people):
      self.people = people
      hasPeople = true
    default: break
    }
  }

  var isLoaded: Bool { pane == .delegations ? hasDelegations : hasPeople }
  var selectedID: String? {
    selectedPerson?.id.rawValue ?? selectedDelegation?.number.map { "\($0)" }
  }
  var opening: Opening? {
    let person = selectedPerson?.id ?? selectedDelegation?.rule.to
    return person.map { .page(.person(PersonPage(id: $0))) }
  }

  private func panes(_ layout: PageLayout) -> PeopleLayout {
    PeopleLayout(layout: layout, delegations: delegationList.visible.count)
  }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    panes(layout).lists.fit(&delegationList, &peopleList)
  }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) {
    panes(layout).lists.scroll(&delegationList, &peopleList, by: distance, at: point)
  }

  mutating func header(at point: Point, _ layout: PageLayout) -> Rect? {
    let below = panes(layout).header
    if layout.header.contains(point) {
      pane = .delegations
      return layout.header
    }
    guard below.contains(point) else { return nil }
    pane = .people
    return below
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    guard let hit = panes(layout).lists.place(at: point) else { return false }
    let clicked: Pane = hit.place == .upper ? .delegations : .people
    let wasSelected = pane == clicked ? list.selection : nil
    pane = clicked
    list.select(clicked: hit.row)
    return list.isOnRow(hit.row) && list.selection == wasSelected
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    let panes = panes(layout)
    let rules = ListView(
      list: delegationList, isFocused: pane == .delegations,
      placeholder: hasDelegations ? "Nobody acts for anybody. n lets somebody act for you." : "…")
    let people = ListView(
      list: peopleList, isFocused: pane == .people,
      placeholder: state.placeholder(
        of: peopleList, isLoaded: hasPeople, empty: "Nobody is here."))
    let whose = state.viewer.isAdministrator ? "delegations" : "my delegations"
    frame.draw(in: layout.rule) { canvas in
      canvas.rule(row: 0, title: title(whose, of: .delegations))
    }
    frame.draw(in: layout.header) { rules.drawHeader(in: &$0, row: 0) }
    frame.draw(in: panes.delegations) { rules.drawRows(in: &$0) }
    frame.draw(in: panes.divider) { $0.rule(row: 0, title: title("people", of: .people)) }
    frame.draw(in: panes.header) { people.drawHeader(in: &$0, row: 0) }
    frame.draw(in: panes.people) { people.drawRows(in: &$0) }
    drawDetail(in: &frame, layout: layout, state: state)
  }

  private func title(_ text: String, of pane: Pane) -> StyledText {
    StyledText(text, pane == self.pane ? .title : .heading)
  }

  private func drawDetail(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    let text = PersonText(context: state.context)
    if let entry = selectedPerson {
      let chain = Self.managers(of: entry.id, among: self.people)
      state.drawDetail(
        in: &frame, layout: layout, title: StyledText(entry.row.person.name, .heading)
      ) { width in text.lines(entry.row, managers: chain).flatMap { $0.wrapped(to: width) } }
    } else {
      let title = selectedDelegation.map {
        StyledText("\($0.toName) for \($0.fromName)", .heading)
      }
      state.drawDetail(in: &frame, layout: layout, title: title) { width in
        selectedDelegation.map { text.lines($0) }?.flatMap { $0.wrapped(to: width) } ?? []
      }
    }
  }

  /// From the person's own up to the top; a circle ends where it closes.
  private static func managers(of id: PersonID, among people: [PersonEntry]) -> [Person] {
    let known = Dictionary(people.map { ($0.id, $0.row.person) }) { first, _ in first }
    var chain: [Person] = []
    var next = known[id]?.manager
    while let manager = next.flatMap({ known[$0] }), chain.count < 50,
      !chain.contains(where: { $0.id == manager.id }), manager.id != id
    {
      chain.append(manager)
      next = manager.manager
    }
    return chain
  }
}
