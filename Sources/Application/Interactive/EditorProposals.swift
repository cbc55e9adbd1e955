// What the editor proposes: the organisation's lists, and what the person wrote before.

import ApplicationRuntime
import Interface
import Workflow
import WorkflowRuntime

/// Gathers completions for a document of one type.
struct EditorProposals {
  let engine: Engine
  let actor: Actor
  let type: DocumentTypeID

  /// How many of the person's own documents are looked at.
  private static let looksBack = 20

  func context() throws -> EditorContext {
    let organization = try engine.organization()
    let type = try engine.type(type)
    let own = try ownContents()
    var suggestions: [String: [Suggestion]] = [
      "cost-center": organization.costCenters.sorted { $0.key < $1.key }.map {
        Suggestion($0.key, label: $0.value.title)
      },
      "project": organization.projects.sorted { $0.key < $1.key }.map {
        Suggestion($0.key, label: $0.value.title)
      },
    ]
    for field in type.schema.lineFields where field.type == .text && field.choices.isEmpty {
      guard suggestions[field.name] == nil else { continue }
      let texts = own.flatMap(\.lines).compactMap { $0[field.name].text }
      suggestions[field.name] = Self.commonest(texts).map { Suggestion($0) }
    }
    let people = organization.people.map { Suggestion($0.id.rawValue, label: $0.name) }
    return EditorContext(
      today: try engine.today(), currency: organization.currency, suggestions: suggestions,
      people: people, habits: Self.habits(own.flatMap(\.lines), schema: type.schema),
      previous: Self.carriedOver(own.first, schema: type.schema), title: type.title)
  }

  /// The contents of the person's last documents of the type, the newest first.
  private func ownContents() throws -> [DocumentContent] {
    let rows = try engine.documents(
      type: type, of: actor.person, as: actor, limit: Self.looksBack
    ).rows
    return try rows.map { try engine.document($0.id, as: actor).document.content }
  }

  /// A merchant brings its usual category: for each free text the choices that mostly go with it.
  private static func habits(_ lines: [Record], schema: DocumentSchema) -> [Habit] {
    let chosen = schema.lineFields.filter { !$0.choices.isEmpty }.map(\.name)
    guard !chosen.isEmpty else { return [] }
    let named = lines.filter { $0["merchant"].text != nil }
    return Dictionary(grouping: named) { $0["merchant"].text ?? "" }
      .sorted { $0.key < $1.key }
      .map { merchant, lines in
        var usual = Record()
        for field in chosen {
          let values = lines.compactMap { $0[field].text }
          if let value = commonest(values).first { usual[field] = .text(value) }
        }
        return Habit(field: "merchant", value: merchant, usual: usual)
      }
  }

  /// Cost centre, period, entity: what is no text of this document's own.
  private static func carriedOver(_ last: DocumentContent?, schema: DocumentSchema) -> Record {
    guard let last else { return Record() }
    var record = Record()
    for field in schema.fields where !field.isCalculated {
      let isOwnWords = field.type == .text && field.isRequired && field.choices.isEmpty
      if case .list = field.type { continue }
      if !isOwnWords { record[field.name] = last.fields[field.name] }
    }
    return record
  }

  /// Each text once, the commonest first; of equals the one that came first.
  private static func commonest(_ texts: [String]) -> [String] {
    var counts: [String: (count: Int, first: Int)] = [:]
    for (index, text) in texts.enumerated() where !text.isEmpty {
      counts[text, default: (0, index)].count += 1
    }
    return counts.sorted {
      ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first)
    }.prefix(200).map(\.key)
  }
}
