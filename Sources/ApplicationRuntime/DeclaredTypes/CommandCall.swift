// What a command is told of the event that it is called for.

import Foundation
import Workflow
import WorkflowRuntime

/// Event and document for a command: JSON on its standard input, the names in its environment.
struct CommandCall {
  private let event: HandlerEvent
  private let document: Document
  private let schema: DocumentSchema

  /// What of this process's environment a command may see, beside `COUNTERSIGN_…`.
  private static let inherited: Set<String> = ["PATH", "HOME", "LANG"]

  init(_ context: OutsideContext, schema: DocumentSchema) {
    event = context.event
    document = context.document
    self.schema = schema
  }

  /// The variables of a command, as `NAME=value`.
  func environment(of process: [String: String]) -> [String] {
    var result = process.filter {
      Self.inherited.contains($0.key) || $0.key.hasPrefix("COUNTERSIGN_")
    }
    result["PATH"] = result["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    result["COUNTERSIGN_KEY"] = event.idempotencyKey
    result["COUNTERSIGN_EVENT"] = event.type.rawValue
    result["COUNTERSIGN_INSTANCE"] = event.instance.description
    result["COUNTERSIGN_DOCUMENT"] = document.id.rawValue
    return result.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// `{"event":{…},"document":{…}}`, the document as `document show` writes it.
  var input: JSON {
    ["event": .object(eventObject), "document": .object(documentObject)]
  }

  private var eventObject: JSONObject {
    JSONObject([
      ("type", .string(event.type.rawValue)), ("key", .string(event.idempotencyKey)),
      ("instance", .string(event.instance.description)),
      ("workflow", .string(event.workflow.rawValue)),
      ("version", .decimal(Decimal(event.version))),
      ("element", Self.text(event.element?.description)),
      ("pass", event.pass.map { .decimal(Decimal($0)) } ?? .null),
      ("step", Self.text(event.step)), ("outcome", Self.text(event.outcome?.rawValue)),
      ("line", event.line.map { .decimal(Decimal($0)) } ?? .null),
      ("at", .string(event.at.iso8601)),
    ])
  }

  private var documentObject: JSONObject {
    JSONObject([
      ("id", .string(document.id.rawValue)), ("type", .string(document.type.rawValue)),
      ("title", .string(document.title)), ("originator", .string(document.originator.rawValue)),
      ("status", .string(document.status.rawValue)), ("total", document.total?.json ?? .null),
      ("revision", .decimal(Decimal(document.revision))),
      ("fields", .object(Self.object(document.content.fields, schema.fields))),
      (
        "lines",
        .array(
          document.content.lines.map { .object(Self.object($0, schema.lineFields)) })
      ),
    ])
  }

  private static func object(_ record: Record, _ fields: [Field]) -> JSONObject {
    JSONObject(fields.map { (Word($0.name).lowerCamelCased, record[$0.name].json()) })
  }

  private static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}

extension [String: String] {
  /// The environment of this process.
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}
