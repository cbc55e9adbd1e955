// The dialog of an action: it names object, amount, person and consequence, and asks what is needed.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// What is asked before an action is done.
struct Question {
  let action: Action
  let targets: [ActionTarget]
  /// A request for each target, as far as it is known.
  let requests: [ActionRequest]
  /// How many rows are marked and shown; more than the targets where not all of them fit.
  let marked: Int
  /// How many marked rows the filter hides.
  let hidden: Int
  /// The work items that are meant; empty where they have still to be read.
  let items: [WorkItem]
  let context: PageContext

  private var count: Int { max(targets.count, marked) }

  var dialog: Dialog {
    let parts = parts
    let (requests, names, action) = (requests, targets.map(\.name), action)
    return Dialog(
      title: title, lines: lines, fields: parts.map(\.field), confirm: confirmation,
      isDangerous: action == .cancel || action == .deny || count > 1
    ) { (state, texts) throws(Dialog.Complaint) in
      var answer = QuestionAnswer(requests: requests, names: names)
      for (index, part) in parts.enumerated() where texts.indices.contains(index) {
        try part.take(texts[index], field: index, into: &answer)
      }
      return state.begin(action, answer.requests, names: answer.names)
    }
  }

  // MARK: Words

  private var title: String {
    action.verb.capitalizedFirst
      + (targets.count == 1 ? " " + targets[0].name : " " + plural(targets.count, "item"))
  }

  private var lines: [String] {
    var lines: [String] = []
    if marked > targets.count {
      lines.append("\(targets.count) of \(marked) can be \(action.passive).")
    }
    if targets.count > 1 {
      let sum = MoneySum(targets.compactMap(\.amount)).text.map { ", together \($0)" } ?? ""
      lines.append(plural(targets.count, "item") + sum + ":")
      lines += targets.map(\.name).shortened(to: 6)
    }
    if count > 1, hidden > 0 {
      lines.append("\(hidden) marked, hidden by the filter: they stay out.")
    }
    if let consequence = action.consequence { lines.append(consequence) }
    return lines
  }

  /// The verb with its object: `Cancel the instance`, `Reject ER-000012`, `Approve 2 items`.
  private var confirmation: String {
    let verb = action.verb.capitalizedFirst
    let isOfInstance = [.cancel, .resume, .skip].contains(action)
    if action == .comment {
      return targets.count == 1 ? "Add the comment" : "Comment on \(targets.count) items"
    }
    guard targets.count == 1 else {
      return "\(verb) \(plural(targets.count, isOfInstance ? "instance" : "item"))"
    }
    return isOfInstance ? "\(verb) the instance" : "\(verb) \(targets[0].id)"
  }

  // MARK: Fields

  private var parts: [QuestionPart] {
    var parts: [QuestionPart] = []
    switch action {
    case .choose: parts.append(.outcome(items.first?.outcomes ?? []))
    case .delegate: parts.append(.person("To", reading: .choices(action, items.map(\.id))))
    case .move: parts.append(.queue(reading: .choices(action, items.map(\.id))))
    case .reassign: parts += reassigning
    default: break
    }
    if action.takesComment {
      parts.append(.comment(isRequired: action.requiresComment || action == .comment))
    }
    // Of several, each goes to its own originator.
    if action == .requestChange, count == 1, let item = items.first, let target = targets.first {
      let usual = target.originator.map {
        ChoiceField.Choice(id: $0.rawValue, label: context.name(of: $0), note: "originator")
      }
      parts.append(
        .person("Of", reading: .choices(action, [item.id]), usual: usual))
    }
    return parts
  }

  /// Which of the open items, where that is not known, and who gets them.
  private var reassigning: [QuestionPart] {
    let person = QuestionPart.person("To", reading: .choices(.reassign, items.map(\.id)))
    let instances = targets.compactMap { target -> InstanceID? in
      if case .instance(let id) = target.target { id } else { nil }
    }
    if !instances.isEmpty {
      return [.item(ChoiceField(reading: .openItems(instances))), person]
    }
    guard targets.count == 1, items.count > 1 else { return [person] }
    return [.item(ChoiceField(ItemChoices(items, context).choices)), person]
  }
}
