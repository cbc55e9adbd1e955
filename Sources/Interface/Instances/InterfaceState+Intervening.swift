// What an administrator does with instances that a key should not do: another version, an element
// passed by.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// Whether something that is meant can be done to one of the instances that are meant.
  func intervention(_ action: Action) -> Availability {
    guard availability(of: action) == .on else { return availability(of: action) }
    guard !intervenable(action).isEmpty else {
      return .off(action == .skip ? "it is not stopped" : "it is not on its way any more")
    }
    return .on
  }

  /// The instances that are meant and fit, with what they run.
  private func intervenable(_ action: Action) -> [InstanceRow] {
    let rows: [InstanceRow]
    switch page {
    case .instances(let page):
      let marked = page.list.markedRows.compactMap { page.row($0.id) }
      rows = marked.isEmpty ? [page.selected].compactMap { $0 } : marked
    case .instance(let page): rows = [page.detail?.row].compactMap { $0 }
    default: rows = []
    }
    return rows.filter { Self.fits(action, $0.status) }
  }

  // MARK: Migrate

  /// The versions of its workflow to choose from.
  mutating func migrateInstances() -> [Effect] {
    let rows = intervenable(.migrate)
    guard let first = rows.first else { return [] }
    guard rows.allSatisfy({ $0.workflow == first.workflow }) else {
      tell("Migrate: the marked instances run different workflows; mark those of one.")
      return []
    }
    let reading = Reading.workflow(first.workflow, first.version)
    var chooser = Chooser(
      title: "Migrate \(Self.names(of: rows)) to", kind: .read(reading)
    ) { state, choice in
      guard let version = Int(choice.id) else { return [] }
      state.askToMigrate(rows, to: version)
      return []
    }
    chooser.showsIDs = false
    overlay = .chooser(chooser)
    return read(reading)
  }

  /// Fills the choice of versions.
  mutating func offer(_ detail: WorkflowVersionDetail, for reading: Reading) {
    guard case .chooser(var chooser) = overlay, chooser.kind == .read(reading) else { return }
    chooser.choices = detail.versions.filter { $0.version != detail.row.version }.map { row in
      let errors = row.errors.isEmpty ? "" : ", \(plural(row.errors.count, "error"))"
      let comment = row.comment.map { ", “\($0)”" } ?? ""
      return Chooser.Choice(
        id: "\(row.version)", label: "version \(row.version)",
        note: (row.isActive ? "active" : "saved") + errors + comment)
    }
    overlay = .chooser(chooser)
  }

  private mutating func askToMigrate(_ rows: [InstanceRow], to version: Int) {
    var lines = rows.map { "\($0.id), \($0.document), \($0.title): now v\($0.version)" }
      .shortened(to: 6)
    lines.append("Work items, due times and answers stay. What does not fit is refused and stays.")
    open(
      dialog: Dialog(
        title: "Migrate \(Self.names(of: rows)) to version \(version)", lines: lines,
        fields: [
          Dialog.Field(
            label: "Comment (optional)", area: TextArea(isMultiline: true), isRequired: false)
        ], confirm: "Migrate \(plural(rows.count, "instance"))", isDangerous: true
      ) { state, texts in
        let comment = texts.first.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        return state.begin(
          .migrate,
          rows.map {
            ActionRequest(.migrate, .instance($0.id), comment: comment, version: version)
          }, names: rows.map { "\($0.id), \($0.document)" })
      })
  }

  // MARK: Skip

  /// How the element is to end, then why.
  mutating func skipElements() -> [Effect] {
    let rows = intervenable(.skip)
    guard !rows.isEmpty else { return [] }
    var chooser = Chooser(
      title: "Skip the element of \(Self.names(of: rows)), as", kind: .listed,
      choices: ElementOutcome.allCases.map {
        Chooser.Choice(
          id: $0.rawValue, label: spelledOut($0.rawValue), note: Self.consequence(of: $0))
      }
    ) { state, choice in
      if let outcome = ElementOutcome(rawValue: choice.id) {
        state.askToSkip(rows, as: outcome)
      }
      return []
    }
    chooser.showsIDs = false
    overlay = .chooser(chooser)
    return []
  }

  private mutating func askToSkip(_ rows: [InstanceRow], as outcome: ElementOutcome) {
    var lines = rows.map { row in
      "\(row.id), \(row.document), \(row.title): " + (row.element ?? "–")
    }.shortened(to: 6)
    lines.append("The element counts as \(spelledOut(outcome.rawValue)). This cannot be undone.")
    open(
      dialog: Dialog(
        title: "Skip the element of \(Self.names(of: rows))", lines: lines,
        fields: [
          Dialog.Field(label: "Comment", area: TextArea(isMultiline: true), isRequired: true)
        ], confirm: "Skip \(plural(rows.count, "element"))", isDangerous: true
      ) { state, texts in
        state.begin(
          .skip,
          rows.map {
            ActionRequest(.skip, .instance($0.id), comment: texts.first, outcome: outcome)
          }, names: rows.map { "\($0.id), \($0.document)" })
      })
  }

  private static func consequence(of outcome: ElementOutcome) -> String {
    switch outcome {
    case .completed: "it goes on with what comes next"
    case .returned: "the originator gets it back"
    case .changeRequested: "the originator is asked for a change"
    case .denied: "it goes on, denied"
    case .canceled: "the element is canceled"
    }
  }

  private static func names(of rows: [InstanceRow]) -> String {
    rows.count == 1 ? "\(rows[0].id)" : "\(rows.count) instances"
  }
}
