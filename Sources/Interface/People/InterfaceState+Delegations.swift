// Standing delegations: adding, changing, removing.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InterfaceState {
  mutating func beginDelegation() -> [Effect] {
    open(DelegationForm(from: viewer.person.rawValue))
  }

  mutating func editDelegation() -> [Effect] {
    guard let row = page.people?.selectedDelegation else { return [] }
    return open(
      DelegationForm(
        from: row.rule.from.rawValue, to: row.rule.to.rawValue,
        since: row.rule.start?.iso8601 ?? "", until: row.rule.end?.iso8601 ?? "",
        of: DelegationForm.id(of: row.rule.scope), replacing: row.number))
  }

  /// Opens the form, after a refusal with what is wrong.
  mutating func open(_ form: DelegationForm, complaint: String? = nil) -> [Effect] {
    let isAdministrator = viewer.isAdministrator
    let today = setup.clock.day(of: now)
    var fields = [
      personField("Who acts", chosen: form.to),
      Dialog.Field(
        label: "Since (3/3, mon, +2; empty: now)", day: DayField(today: today), text: form.since),
      Dialog.Field(
        label: "Until (3/3, mon, +14; empty: for ever)",
        day: DayField(today: today, after: isAdministrator ? 2 : 1), text: form.until),
      scopeField(chosen: form.of),
    ]
    if isAdministrator { fields.insert(personField("For", chosen: form.from), at: 0) }
    let replacing = form.replacing
    var dialog = Dialog(
      title: replacing == nil ? "New delegation" : "Change the delegation",
      lines: ["New work items go to whoever acts; open ones stay."], fields: fields,
      confirm: replacing == nil ? "Delegate" : "Change"
    ) { (state, texts) throws(Dialog.Complaint) in
      try state.delegate(texts, isAdministrator: isAdministrator, replacing: replacing)
    }
    dialog.complaint = complaint
    return open(choosing: dialog)
  }

  private func personField(_ label: String, chosen: String) -> Dialog.Field {
    let id = PersonID(chosen)
    let usual =
      chosen.isEmpty
      ? nil : ChoiceField.Choice(id: chosen, label: context.name(of: id), note: "")
    return Dialog.Field(label: label, choice: ChoiceField(reading: .people, usual: usual))
  }

  private func scopeField(chosen: String) -> Dialog.Field {
    let known = DelegationForm.scopes(types: setup.types, workflows: [])
    var field = ChoiceField(
      reading: .workflows,
      usual: known.first { $0.id == chosen }
        ?? ChoiceField.Choice(id: chosen, label: chosen, note: ""))
    field.offer(known, usual: chosen)
    return Dialog.Field(label: "Of", choice: field, isRequired: false)
  }

  private mutating func delegate(
    _ texts: [String], isAdministrator: Bool, replacing: Int64?
  ) throws(Dialog.Complaint) -> [Effect] {
    let texts = isAdministrator ? texts : [viewer.person.rawValue] + texts
    guard texts.count == 5 else { return [] }
    let form = DelegationForm(
      from: texts[0], to: texts[1], since: texts[2], until: texts[3], of: texts[4],
      replacing: replacing)
    do {
      let rule = try form.rule(today: setup.clock.day(of: now))
      if let replacing,
        page.people?.delegations.contains(where: {
          $0.number == replacing && $0.rule == rule
        }) == true
      {
        tell("Nothing was changed.")
        return []
      }
      delegationUnderWay = form
      return [.delegate(rule, replacing: replacing, as: viewer.actor)]
    } catch {
      throw Dialog.Complaint(
        error.text, field: error.place.rawValue - (isAdministrator ? 0 : 1))
    }
  }

  /// A refusal brings back what was typed, with the engine's reason.
  mutating func take(delegated result: Result<DelegationRow, EngineError>) -> [Effect] {
    let form = delegationUnderWay
    delegationUnderWay = nil
    switch result {
    case .success(let row):
      let verb = form?.replacing == nil ? "acts" : "now acts"
      tell("\(row.toName) \(verb) for \(row.fromName): \(row.rule.scope.words).", kind: .done)
      page.people?.pane = .delegations
      if let number = row.number { page.people?.delegationList.awaitedSelection = "\(number)" }
    case .failure(let error):
      guard let form, dialog == nil, page.kind == .people else {
        fail(error)
        return []
      }
      return open(form, complaint: error.message.capitalizedFirst) + readAll()
    }
    return readAll()
  }

  /// Whether the selected rule is one that may be changed here.
  var canChangeDelegation: Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    guard let row = page.people?.selectedDelegation else {
      return .off("no delegation is selected; Tab goes to them")
    }
    guard let number = row.number else {
      return .off("it stands in the organisation's file and is changed there")
    }
    if deletions.contains(where: { $0.delegation == number }) {
      return .off("it is being removed; u keeps it")
    }
    return row.rule.from == viewer.person || viewer.isAdministrator
      ? .on : .off("only \(row.fromName) or an administrator may change it")
  }

  /// `x`: it goes a few seconds later, so that it can be kept.
  mutating func removeDelegation() -> [Effect] {
    guard let row = page.people?.selectedDelegation, let number = row.number else { return [] }
    let title = "\(row.toName) for \(row.fromName)"
    deletions.append(
      PendingDeletion(
        object: .delegation(number), title: title, at: uptime + setup.undoWindow))
    rowsAreStale = true
    tell(
      "Removed: \(title).", kind: .done, hint: "u: keep it",
      takesEffect: uptime + setup.undoWindow)
    return []
  }
}
