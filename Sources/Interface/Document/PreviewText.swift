// What stands beside or below a list about its selected row.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Makes the preview of a document: its lines, what its rules say, what comes next.
struct PreviewText {
  struct Body {
    var left: [StyledText]
    var right: [StyledText]
  }

  let context: PageContext

  func title(_ row: InboxRow, _ detail: DocumentDetail?) -> StyledText {
    let item = row.item
    let place = detail?.steps[item.id]
    var step = item.step ?? item.element.name
    if let place, place.count > 1 { step += ", \(place.number) of \(place.count)" }
    var parts = [item.document.rawValue, step]
    parts.append("since " + context.clock.moment(item.createdAt, now: context.now))
    if let place { parts.append(place.policy) }
    if row.item.kind == .task { parts.append(item.assignee == nil ? "task, not accepted" : "task") }
    return StyledText(parts.joined(separator: " · "), .heading)
  }

  func title(_ row: DocumentRow) -> StyledText {
    let waiting = Standing(row).waiting(clock: context.clock, now: context.now)
    let status = row.isStopped ? "\(row.status.inLine), stopped" : row.status.inLine
    let parts = [row.id.rawValue, status, waiting].compactMap { $0 }
    return StyledText(parts.joined(separator: " · "), .heading)
  }

  func title(_ row: InstanceRow) -> StyledText {
    StyledText(
      "\(row.id) · \(row.workflow) v\(row.version) · saved point \(row.savedPoint)", .heading)
  }

  /// A stopped document says so before all else.
  func body(_ detail: DocumentDetail?, of row: DocumentRow, _ explanation: Explanation?) -> Body {
    var body = body(detail, of: row.id)
    guard row.isStopped, detail?.document.id == row.id else { return body }
    let explanation = explanation.flatMap { $0.document.id == row.id ? $0 : nil }
    body.right.insert(contentsOf: hindrances(explanation, isStopped: true), at: 0)
    return body
  }

  /// Why nothing happens although nobody is waited for.
  func hindrances(_ explanation: Explanation?, isStopped: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    if let explanation, let error = explanation.error {
      let cause = Cause.text(of: error, document: explanation.document.id)
      lines.append(StyledText("! ", .danger) + StyledText("stopped: " + cause, .danger))
    } else if isStopped {
      lines.append(StyledText("! stopped", .danger))
    }
    return lines
      + (explanation?.hindrances ?? []).map {
        StyledText("! ", .warning) + StyledText($0, .warning)
      }
  }

  func body(_ detail: DocumentDetail?, of document: DocumentID, error: String? = nil) -> Body {
    guard let detail, detail.document.id == document else {
      return Body(left: [StyledText("…", .dim)], right: [])
    }
    var right = findings(of: detail)
    if let error { right.insert(StyledText("! " + error, .danger), at: 0) }
    right += waiting(for: detail)
    let next = next(of: detail)
    if !next.isEmpty {
      right.append(StyledText("then: " + next.joined(separator: ", "), .dim))
    }
    return Body(left: lines(of: detail), right: right)
  }

  /// What comes next; nothing after an answer that leads back, though it does not count yet.
  func next(of detail: DocumentDetail) -> [String] {
    let leadsBack = context.answered.values.contains {
      $0.document == detail.document.id && $0.leadsBack
    }
    return leadsBack ? [] : detail.next
  }

  private func lines(of detail: DocumentDetail) -> [StyledText] {
    let content = detail.document.content
    guard let schema = context.type(detail.document.type)?.schema, !content.lines.isEmpty else {
      return [StyledText(content.lines.isEmpty ? "no lines" : "", .dim)]
    }
    let fields = Self.shownFields(
      schema.lineFields.filter { field in
        content.lines.contains { !$0[field.name].isNone }
      })
    let texts = content.lines.prefix(40).map { line in
      fields.map { (text: Self.short(line[$0.name], $0), isAmount: $0.type == .money) }
    }
    let wanted = fields.indices.map { column in
      texts.map { $0[column].text.displayWidth }.max() ?? 0
    }
    // An amount is never cut: where it is long, the texts beside it are shorter.
    let amount = fields.indices.filter { fields[$0].type == .money }.map { wanted[$0] }.max() ?? 0
    let longest = max(6, 14 - max(0, amount - 10))
    let widths = fields.indices.map {
      fields[$0].type == .money ? min(30, wanted[$0]) : min(longest, wanted[$0])
    }
    return texts.map { line in
      let cells = zip(line, widths).map { cell, width in
        cell.text.fitted(to: width, alignment: cell.isAmount ? .right : .left)
      }
      return StyledText(cells.joined(separator: " "))
    }
  }

  /// When, what, how much and what proves it: one day, two texts, one amount, one list.
  private static func shownFields(_ fields: [Field]) -> [Field] {
    var left = ["day": 1, "text": 2, "money": 1, "list of text": 1]
    return fields.filter { field in
      guard let count = left[field.type.description], count > 0 else { return false }
      left[field.type.description] = count - 1
      return true
    }
  }

  private static func short(_ value: Value, _ field: Field) -> String {
    switch value {
    case .day(let day): day.short
    case .list(let values) where !values.isEmpty: counted(values.count, field.name)
    default: FieldText.text(value)
    }
  }

  /// `receipt`, `2 receipts`
  private static func counted(_ count: Int, _ name: String) -> String {
    let words = spelledOut(name)
    if count > 1 { return "\(count) \(words)" }
    return words.hasSuffix("s") ? String(words.dropLast()) : words
  }

  func findings(of detail: DocumentDetail) -> [StyledText] {
    // The same said of several lines is said once.
    var groups: [(finding: DocumentFinding, lines: [Int])] = []
    for finding in detail.findings {
      let index = groups.firstIndex {
        $0.finding.message == finding.message && $0.finding.severity == finding.severity
          && ($0.finding.line == nil) == (finding.line == nil)
      }
      if let index {
        groups[index].lines += [finding.line].compactMap { $0 }
      } else {
        groups.append((finding, [finding.line].compactMap { $0 }))
      }
    }
    return groups.map { finding, lines in
      let numbers = lines.map { "\($0)" }.joined(separator: ", ")
      let place = lines.isEmpty ? "" : (lines.count > 1 ? "lines " : "line ") + numbers + ": "
      let style: Style = finding.severity == .error ? .danger : .warning
      return StyledText("! ", style) + StyledText(place + finding.message)
    }
  }

  func waiting(for detail: DocumentDetail) -> [StyledText] {
    detail.openItems.map { item in
      let who = context.names(of: item)
      let since = Age.coarse(context.now.duration(since: item.createdAt))
      return StyledText("● ", .accent)
        + StyledText("\(item.step ?? item.element.name): \(who), \(since)")
    }
  }
}
