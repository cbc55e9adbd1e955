// Conditions and texts within a turn: every one that is evaluated is in the history.

import Workflow

extension Turn {
  /// Evaluates a condition and records its result with the values it read.
  mutating func holds(
    _ condition: Expression, element: ElementPath, step: String? = nil
  ) throws(RuntimeError) -> Bool {
    var reads = ReadRecorder()
    let result: Bool
    do {
      result = try condition.holds(in: lookup.scope) { reference in
        reads.record(reference, try lookup.field(reference))
      }
    } catch {
      throw conditionFailed(condition, element: element, step: step, error)
    }
    record(
      .conditionEvaluated, element: element, step: step, detail: "\(condition): \(result)",
      values: reads.values)
    return result
  }

  /// Renders a text with placeholders; one that cannot be rendered is shown as it is written.
  /// It is in the language of the person who reads it, where there is one.
  func render(_ text: LocalizedTemplate?, for person: PersonID? = nil) -> String? {
    guard let text else { return nil }
    let language = text.translations.isEmpty ? nil : try? lookup.language(of: person)
    return text.template(in: language ?? nil).render { try lookup.field($0) }
  }

  func conditionFailed(
    _ condition: Expression, element: ElementPath, step: String?, _ error: any Error
  ) -> RuntimeError {
    let place = step.map { "\(element), step \($0)" } ?? "\(element)"
    return RuntimeError(
      .conditionFailed, "\(place): the condition “\(condition)” failed: \(error)")
  }
}

/// Collects the values that a condition or an assignment reads, each name once.
package struct ReadRecorder {
  package private(set) var values: [HistoryEntry.ReadValue] = []

  package init() {}

  package mutating func record(_ reference: FieldReference, _ value: Value) -> Value {
    record(reference.path.joined(separator: "."), value)
    return value
  }

  mutating func record(_ name: String, _ value: Value) {
    guard !values.contains(where: { $0.name == name }) else { return }
    values.append(.init(name: name, value: Self.short(value.display)))
  }

  /// Lists of lines can be long; the history keeps the beginning.
  private static func short(_ text: String) -> String {
    text.count <= 200 ? text : text.prefix(199) + "…"
  }
}
