// Calculated fields: stored with the content, so that everybody sees and decides on one total.

import Workflow
import WorkflowRuntime

extension DocumentType {
  /// The content with every calculated field as it is now. What is saved is what is shown, what
  /// conditions see and what is posted, whatever rates say later.
  func calculated(
    _ content: DocumentContent, in organization: Organization
  ) -> DocumentContent {
    var content = completed(content.entered(by: schema), in: organization)
    content.dropReadTexts(schema)
    content.fields = content.fields.merging(calculatedFields(of: content, in: organization))
    return content
  }
}

extension DocumentContent {
  /// What a person entered: the content without its calculated fields.
  func entered(by schema: DocumentSchema) -> DocumentContent {
    var entered = self
    for field in schema.fields where field.isCalculated { entered.fields[field.name] = .none }
    for field in schema.lineFields where field.isCalculated {
      for index in entered.lines.indices { entered.lines[index][field.name] = .none }
    }
    return entered
  }

  /// The calculated fields of the header as they were saved.
  func calculatedFields(of schema: DocumentSchema) -> Record {
    var record = Record()
    for field in schema.fields where field.isCalculated { record[field.name] = fields[field.name] }
    return record
  }
}

extension StoredDocument {
  /// Replaces the content, with what lists show of it.
  mutating func set(
    _ content: DocumentContent, of type: any DocumentType, in organization: Organization
  ) {
    fields = content.storedFields
    lines = content.storedLines
    title = type.title(of: content)
    total = type.total(of: content, in: organization)
  }
}
