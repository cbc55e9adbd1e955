// What every page offers.

import ApplicationRuntime
import Screen

extension ActionTable {
  static let generalActions: [PageAction] = pageActions + listActions + viewActions

  private static let pageActions: [PageAction] = [
    PageAction(.inbox, "1", "inbox", "Goes to the inbox.", in: PageKind.verbs) {
      $0.go(to: .inbox)
    },
    PageAction(.reports, "2", "reports", "Goes to my reports.", in: PageKind.verbs) {
      $0.go(to: .reports)
    },
    PageAction(.queue, "3", "queue", "Goes to the message queue.", in: PageKind.verbs) {
      $0.go(to: .queue)
    },
    PageAction(
      .instances, "5", "instances", "Goes to the instances, for administrators.",
      in: PageKind.verbs,
      when: {
        $0.viewer.isAdministrator ? .on : .off("only an administrator sees all instances")
      },
      perform: { $0.go(to: .instances) }),
    PageAction(
      .workflows, "6", "workflows", "Goes to the workflows and their versions.", in: PageKind.verbs
    ) { $0.go(to: .workflows) },
    PageAction(
      .notifications, "7", "notifications", "Goes to what I was told.", in: PageKind.verbs
    ) { $0.go(to: .notifications) },
    PageAction(
      .people, "8", "people", "Goes to delegations and the organisation.", in: PageKind.verbs
    ) { $0.go(to: .people) },
    PageAction(
      .statistics, "9", "statistics", "Goes to how long things take, for administrators.",
      in: PageKind.verbs,
      when: {
        $0.viewer.isAdministrator ? .on : .off("only an administrator sees the statistics")
      },
      perform: { $0.go(to: .statistics) }),
    PageAction(
      .messages, "0 L", "messages", "Goes to the log of what was told in this session.",
      in: PageKind.verbs
    ) { state in
      // They are read there in full.
      state.toasts.removeAll { $0.kind == .error }
      return state.go(to: .messages)
    },
    PageAction(
      .escape, "Esc", "back", "Undoes the innermost: error, marks, filter, page.",
      in: PageKind.verbs
    ) { $0.escape() },
    PageAction(
      .back, "q", "back", "Goes to the page before; on a top page it quits.", in: PageKind.verbs,
      footer: 98
    ) { $0.pages.count > 1 ? $0.pop() : $0.quitByKey() },
    PageAction(.quit, "Q", "quit", "Quits.", in: PageKind.verbs) { $0.quitByKey() },
    PageAction(
      .interrupt, "^C", "stop", "Stops long work if some runs, else quits.",
      in: PageKind.verbs.union([.edit])
    ) { $0.interrupt() },
    PageAction(
      .undo, "u", "take back", "Takes back my latest answer while its time is not over.",
      in: PageKind.verbs, when: { $0.canUndo },
      perform: { $0.undo() }),
  ]

  private static let listActions: [PageAction] = [
    PageAction(
      .filter, "/", "filter", "Filters the rows; words are ANDed, !word, field:word, amount>500.",
      in: PageKind.filtered, footer: 90
    ) {
      $0.beginFilter()
      return []
    },
    PageAction(
      .savedFilters, "F", "saved filters", "Recalls a filter that was kept, or keeps this one.",
      in: PageKind.filtered
    ) {
      $0.chooseFilter()
      return []
    },
    PageAction(.sort, "o", "sort", "Chooses the column to sort by.", in: PageKind.lists) {
      $0.chooseSort()
      return []
    },
    PageAction(.reverseSort, "O", "reverse", "Turns the order round.", in: PageKind.lists) {
      $0.page.list?.reverse()
      return []
    },
    PageAction(
      .mark, "Space", "mark", "Marks the row, or takes its mark away.",
      in: PageKind.marked
    ) {
      $0.page.list?.toggleMark()
      return []
    },
    PageAction(
      .markAll, "*", "mark all", "Marks all rows that are shown, or none.",
      in: PageKind.marked
    ) {
      $0.page.list?.toggleAllMarks()
      $0.tellMarksOfLongList()
      return []
    },
  ]

  private static let viewActions: [PageAction] = [
    PageAction(
      .copyID, "y", "copy id", "Copies the id to the terminal's clipboard.", in: PageKind.verbs,
      when: { $0.selectedID == nil ? .off("nothing is selected") : .on },
      perform: { state in
        guard let id = state.selectedID else { return [] }
        state.tell("Copied \(id).", kind: .done)
        return [.copy(id)]
      }),
    PageAction(
      .flip, "v", "flow", "Goes from the document to its flow and back.", in: PageKind.verbs,
      footer: 40,
      when: { state in
        if PageKind.withoutDocuments.contains(state.page.kind) { return .absent }
        return state.canFlip
      },
      perform: { $0.flip() }),
    PageAction(
      .explain, "w", "why", "Says why it is where it is, who is waited for and what I may do.",
      in: PageKind.verbs, footer: 41,
      when: { state in
        if PageKind.withoutDocuments.contains(state.page.kind) { return .absent }
        return state.selectedDocument == nil ? .off("nothing is selected") : .on
      },
      perform: { $0.explain() }),
    PageAction(
      .hold, "p", "hold", "Holds the view; news wait until it is pressed again.",
      in: PageKind.verbs
    ) { state in
      state.isHeld.toggle()
      return state.isHeld || !state.hasNews ? [] : state.readAll()
    },
    PageAction(
      .person, "@", "person", "Shows everything as another person sees it.", in: PageKind.verbs,
      when: { $0.setup.mayActAsOthers ? .on : .absent },
      perform: { $0.choosePerson() }),
    PageAction(
      .colleagues, "&", "colleagues",
      "Lets simulated colleagues submit and answer every few seconds, or sends them home.",
      in: PageKind.verbs,
      when: { $0.setup.hasColleagues ? .on : .absent },
      perform: { [.colleagues(sparing: $0.viewer.actor.person)] }),
    PageAction(
      .palette, ": ^P", "palette", "Runs any action by its name.", in: PageKind.verbs
    ) { state in
      state.overlay = .palette(PaletteOverlay(context: state.page.kind))
      return []
    },
    PageAction(
      .help, "? F1", "all", "Lists the keys of this page; typing filters them.",
      in: PageKind.verbs, footer: 99
    ) { state in
      state.overlay = .help(HelpOverlay(context: state.page.kind))
      return []
    },
    PageAction(
      .mouse, "", "mouse", "Leaves the mouse to the terminal, or takes it back.",
      in: PageKind.verbs.union([.edit])
    ) { state in
      state.setup.usesMouse.toggle()
      state.tell(
        state.setup.usesMouse
          ? "The mouse selects, scrolls and sorts here."
          : "The mouse is the terminal's; :mouse takes it back.", kind: .done)
      return [.mouse(state.setup.usesMouse)]
    },
    PageAction(
      .readAgain, "^R", "read again", "Reads what is shown once more.", in: PageKind.verbs
    ) { state in
      state.page.content.forget()
      return state.readAll()
    },
    PageAction(
      .redraw, "^L", "redraw", "Draws the whole screen anew.", in: Set(PageKind.allCases)
    ) { _ in [.redraw] },
    PageAction(
      .suspend, "^Z", "suspend", "Leaves the screen to the shell; fg comes back.",
      in: Set(PageKind.allCases)
    ) { $0.suspend() },
  ]
}
