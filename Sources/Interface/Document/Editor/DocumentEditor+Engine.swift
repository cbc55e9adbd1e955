// What the engine says while a person types. Nothing here moves the cursor, except a refusal.

import ApplicationRuntime
import Workflow

extension DocumentEditor {
  /// Takes the rules' findings and the header's calculated fields.
  package mutating func received(findings: [DocumentFinding], calculated: Record) {
    // What cannot be read is told by the editor itself, as it stands in the cells.
    self.findings = findings.filter { $0.rule != DocumentFinding.unread }
    self.calculated = calculated
  }

  /// Takes the content as it was stored, with what its type completed.
  package mutating func saved(_ content: DocumentContent, at time: Timestamp) {
    // An answer to an older save knows nothing of what was cleared since.
    let index = unanswered.firstIndex { isContained($0, in: content) }
    unanswered.removeFirst(index.map { $0 + 1 } ?? unanswered.count)
    let isNewest = unanswered.isEmpty && self.content == sent
    savedAt = time
    saveError = nil
    stored = entered(in: content)
    calculated = calculated.merging(content.fields)
    let open = edit?.place
    sheet.header = completed(
      sheet.header, content.fields, headerFields, isNewest: isNewest,
      except: open?.line == nil ? open?.name : nil)
    let filled = sheet.filledLines
    if filled.count == content.lines.count {
      for (index, values) in zip(filled, content.lines) {
        sheet.lines[index] = completed(
          sheet.lines[index], values, lineFields, isNewest: isNewest,
          except: open?.line == index ? open?.name : nil)
      }
    }
    if isNewest { sent = self.content }
  }

  private func isContained(_ sent: DocumentContent, in stored: DocumentContent) -> Bool {
    func isContained(_ record: Record, in other: Record) -> Bool {
      record.allSatisfy { other[$0.key] == $0.value }
    }
    return isContained(sent.fields, in: stored.fields) && sent.lines.count == stored.lines.count
      && zip(sent.lines, stored.lines).allSatisfy { isContained($0, in: $1) }
  }

  /// A record with what the type computed, where nothing was changed meanwhile.
  ///
  /// - Parameters:
  ///   - isNewest: whether the answer is about all that there is, so that empty fields are filled.
  ///   - open: the field that is being typed; nothing gets in between.
  private func completed(
    _ record: EditorRecord, _ stored: Record, _ fields: [Field], isNewest: Bool,
    except open: String?
  ) -> EditorRecord {
    let calculated = Set(fields.filter(\.isCalculated).map(\.name))
    let isSame = fields.allSatisfy { field in
      let mine = record.values[field.name]
      return calculated.contains(field.name) || mine == stored[field.name]
        || (isNewest && mine.isNone)
    }
    guard isSame else { return record }
    var stored = stored
    stored.unread = [:]
    var result = record
    for name in calculated { result.values[name] = stored[name] }
    guard isNewest else { return result }
    for (name, value) in stored where name != open && !record.holds(name) {
      result.values[name] = value
    }
    return result
  }

  /// Says that storing failed; the next cell that is left tries again.
  package mutating func saveFailed(_ reason: String) {
    saveError = reason
    sent = nil
    unanswered = []
  }

  /// Takes what the buttons say now.
  package mutating func update(actions: [EditorAction]) {
    context.actions = actions
    focus = clamped(focus)
  }

  /// A submission was refused: the cursor goes to the first error.
  package mutating func refused(findings: [DocumentFinding]) {
    self.findings = findings.filter { $0.rule != DocumentFinding.unread }
    edit = nil
    moveToFirstError()
  }
}
