// Which handler an event is for, and what it is called in errors.

import Workflow
import WorkflowRuntime

extension EventHandler {
  /// The handler for an event: the executable of its automated element, or the type's own.
  ///
  /// - Throws: ``EngineError`` that names element and executable when there is none.
  static func named(
    for message: Message, of type: any DocumentType, _ instance: StoredInstance,
    _ sources: ParsedSources, _ reading: any StoreReading
  ) throws -> (handler: EventHandler, name: String) {
    guard message.type == .automatedExecution else {
      let handlers = instance.line == nil ? type.handlers : type.lineHandlers
      guard let handler = handlers[message.type] else {
        throw EngineError(
          .notFound, "\(type.title) has no handler for \(message.type.rawValue)")
      }
      let line = instance.line == nil ? "" : "line/"
      return (handler, "\(type.id)/\(line)\(message.type.rawValue)")
    }
    let definition = try sources.definition(
      of: instance.workflow, version: instance.version, reading)
    guard let path = message.payload.element,
      let element = definition.element(at: path)?.definition as? AutomatedElement
    else {
      throw EngineError(.notFound, "the workflow has no automated element for this message")
    }
    guard let handler = type.executables[element.run] else {
      throw EngineError(
        .notFound, "element “\(path)” runs “\(element.run)”, which \(type.title) does not have")
    }
    return (handler, "\(type.id)/\(element.run)")
  }
}
