// Short ways to write optional parts of objects: what is absent is null.

import Workflow

extension JSON {
  static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
  static func text(_ value: some CustomStringConvertible) -> JSON { .string(value.description) }
  static func optional(_ value: (some CustomStringConvertible)?) -> JSON {
    value.map { .string($0.description) } ?? .null
  }
  static func number(_ value: Int) -> JSON { .integer(Int64(value)) }
  static func time(_ value: Timestamp?) -> JSON { value.map { .string($0.iso8601) } ?? .null }
  static func money(_ value: Money?) -> JSON { value?.json ?? .null }
  static func texts(_ values: some Sequence<some CustomStringConvertible>) -> JSON {
    .array(values.map { .string($0.description) })
  }
}
