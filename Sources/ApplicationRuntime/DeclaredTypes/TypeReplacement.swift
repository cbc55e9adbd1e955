// Whether the documents that there are can still be read with other declared types.

import Workflow
import WorkflowRuntime

/// The declared types of an organisation, and those of the one that replaces it.
struct TypeReplacement {
  let before: [DocumentTypeID: any DocumentType]
  let after: [DocumentTypeID: TypeDeclaration]

  /// A type of which there are documents can neither go nor change what its fields hold.
  func findings(file: String, _ reading: any StoreReading) throws -> [Finding] {
    var findings: [Finding] = []
    for (id, type) in before.sorted(by: { $0.key < $1.key }) {
      let changed = after[id].map { Self.changedFields(type.schema, $0.schema) } ?? []
      guard after[id] == nil || !changed.isEmpty,
        try !reading.documents(DocumentQuery(type: id, limit: 1)).isEmpty
      else { continue }
      let place = SourceLocation(file: file, line: 1, column: 1)
      if after[id] == nil {
        findings.append(
          Finding(
            severity: .error, location: place,
            message: "there are documents of the type `\(id)`, which is not declared any more",
            remedy: "Keep its file under `types`"))
      }
      for (name, words) in changed {
        findings.append(
          Finding(
            severity: .error, location: place,
            message: "there are documents of the type `\(id)` in which `\(name)` is \(words)",
            remedy: "Leave the type of this field as it was, and add a field of another name"))
      }
    }
    return findings
  }

  /// The fields that hold something else now, with what they held.
  private static func changedFields(
    _ before: DocumentSchema, _ after: DocumentSchema
  ) -> [(name: String, words: String)] {
    func changes(_ before: [Field], _ after: [Field]) -> [(name: String, words: String)] {
      before.compactMap { field in
        guard let now = after.first(where: { $0.name == field.name }),
          now.type.stored != field.type.stored
        else { return nil }
        return (field.name, field.type.description)
      }
    }
    return changes(before.fields, after.fields) + changes(before.lineFields, after.lineFields)
  }
}

extension ValueType {
  /// What is kept of it: a person is a text.
  fileprivate var stored: ValueType { self == .person ? .text : self }
}
