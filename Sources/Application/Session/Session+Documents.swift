// Finding a document by what a person typed.

import ApplicationRuntime
import Workflow

extension Session {
  /// The id as it is stored: exactly as typed, else as the store numbers documents
  /// (`er-12` is `ER-000012`).
  func documentID(_ text: String) throws -> DocumentID {
    let typed = try ItemArgument.document(text)
    guard let numbered = Self.numbered(text), numbered != typed else { return typed }
    return try engine.store.read { store in
      let isThere = try store.document(typed) == nil && store.document(numbered) != nil
      return isThere ? numbered : typed
    }
  }

  /// `ER-000012` for `er-12`; nil for what is no prefix and number.
  private static func numbered(_ text: String) -> DocumentID? {
    guard let dash = text.lastIndex(of: "-"), dash > text.startIndex else { return nil }
    let prefix = text[..<dash]
    let digits = text[text.index(after: dash)...].drop { $0 == "0" }
    guard prefix.allSatisfy({ $0.isASCII && $0.isLetter }), !digits.isEmpty, digits.count <= 18,
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let padding = String(repeating: "0", count: max(0, 6 - digits.count))
    return DocumentID(prefix.uppercased() + "-" + padding + digits)
  }

  /// The target of an answer, with the document's id as it is stored.
  func target(_ text: String) throws -> ActionRequest.Target {
    if case .item(let item) = try ItemArgument.target(text) { return .item(item) }
    return .document(try documentID(text))
  }

  /// The person of this id; the nearest is named where there is none.
  func person(_ text: String) throws -> PersonID {
    let organization = try engine.organization()
    let id = PersonID(text)
    guard organization.person(id) != nil else {
      throw EngineError(
        .notFound,
        "There is no person “\(text)” in this organisation"
          + Nearest.hint(to: text, among: organization.people.map(\.id.rawValue)) + ".")
    }
    return id
  }

  /// The document type that `--type` names, or the only one.
  func type(_ name: String?) throws -> any DocumentType {
    if let name { return try engine.type(DocumentTypeID(Word(name).hyphenated)) }
    guard engine.types.count == 1, let only = engine.types.values.first else {
      let names = engine.types.keys.sorted().map(\.rawValue).joined(separator: ", ")
      throw EngineError(.usage, "Say which type with --type: \(names).")
    }
    return only
  }
}

extension Session {
  /// Calls `body` with one's own documents, or all that one may see, that fit `--filter`; window by
  /// window, the newest first.
  func eachDocument(
    type name: String?, all: Bool, _ body: (DocumentID) throws -> Void
  ) throws {
    let actor = try actor
    let type = try name.map { try self.type($0).id }
    let filter = try filter(among: DocumentRow.filterFields)
    let calendar = try filterCalendar()
    var left = options.limit ?? .max
    var cursor = options.after
    repeat {
      let window = try engine.documents(
        type: type, of: all ? nil : actor.person, as: actor, after: cursor, limit: 200)
      for row in window.rows where filter.matches(row.filterRow, calendar: calendar) {
        guard left > 0 else { return }
        left -= 1
        try body(row.id)
      }
      cursor = window.next
    } while cursor != nil
  }
}
