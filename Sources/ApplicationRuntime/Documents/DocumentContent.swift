// What a person fills in: header fields and lines.

import Workflow

/// The content of a document: its header fields and its lines, by the names of its schema.
public struct DocumentContent: Hashable, Sendable {
  public var fields: Record
  public var lines: [Record]

  public init(fields: Record = Record(), lines: [Record] = []) {
    self.fields = fields
    self.lines = lines
  }
}
