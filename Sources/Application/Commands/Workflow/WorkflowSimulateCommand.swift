// `countersign workflow simulate`: a document through a workflow, without touching anything.

import ApplicationRuntime
import ArgumentParser
import Foundation
import Workflow

struct WorkflowSimulateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Send a document through a workflow in thought: who would be asked, why, until when.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(
    help: ArgumentHelp(
      "Another workflow than a submission would choose: an id, or a file.", valueName: "id|file"))
  var workflow: String?

  @Option(
    name: .customLong("workflow-version"), help: ArgumentHelp("This version.", valueName: "n"))
  var version: Int?

  @Option(
    help: ArgumentHelp("Change a field of the document first.", valueName: "field=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "What an element answers, as management=reject or management/board=approve.",
      valueName: "element=outcome"))
  var answer: [String] = []

  @Option(help: ArgumentHelp("Whose document a file is; yourself without.", valueName: "person"))
  var from: String?

  @Option(help: ArgumentHelp("When it begins, as 2026-03-01T09:00:00Z.", valueName: "time"))
  var at: String?

  @Argument(help: "A document (ER-000012), or a file with one as JSON.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let assignments = try set.map { try FieldAssignment($0) }
    let answers = try Dictionary(
      answer.map(Self.pair), uniquingKeysWith: { _, later in later })
    let start = try at.map { try CommandContext.time($0) }
    let session = try context.openSession()
    let subject = try subject(session, context)
    let type = try typeOf(subject, session)
    let currency = session.identity.organization.currency
    let today = try session.filterCalendar().today
    let fields = type.schema.fields
    let report = try session.engine.simulate(
      SimulationRequest(
        subject, by: try route(session, context), answers: answers, start: start
      ) { content in
        try content.fields.assign(assignments, fields: fields, currency: currency, today: today)
      }, as: try session.actor)
    try session.output.write(SimulationObject(report))
    return .done
  }

  private static func pair(_ text: String) throws(EngineError) -> (String, String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw EngineError(.usage, "“\(text)” is not element=outcome.")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  /// The document of that id, else the file of that name.
  private func subject(
    _ session: Session, _ context: CommandContext
  ) throws -> SimulationRequest.Subject {
    let id = try session.documentID(document)
    if try session.engine.store.read({ try $0.document(id) }) != nil { return .document(id) }
    guard document == "-" || FileManager.default.fileExists(atPath: document) else {
      throw EngineError(.notFound, "There is neither a document nor a file “\(document)”.")
    }
    let file = try InputFile(document, environment: context.environment)
    let json: JSON
    do {
      json = try JSON(parsing: try file.text())
    } catch let error as JSONError {
      throw EngineError(.badData, "\(file.name): \(error.message)")
    }
    let type = try session.type(kind.type ?? DocumentInput.type(in: json)?.rawValue)
    let input = try DocumentInput(
      json, schema: type.schema, currency: session.identity.organization.currency)
    return .content(
      type.id, input.content, originator: try from.map { try session.person($0) })
  }

  private func typeOf(
    _ subject: SimulationRequest.Subject, _ session: Session
  ) throws -> any DocumentType {
    switch subject {
    case .content(let type, _, _): return try session.engine.type(type)
    case .document(let id):
      guard let stored = try session.engine.store.read({ try $0.document(id) }) else {
        throw EngineError(.notFound, "There is no document \(id).")
      }
      return try session.engine.type(stored.type)
    }
  }

  /// A workflow of that id, else a file, or one that the program carries.
  private func route(
    _ session: Session, _ context: CommandContext
  ) throws -> SimulationRequest.Route {
    guard let workflow else {
      guard version == nil else {
        throw EngineError(.usage, "--workflow-version goes with --workflow ID.")
      }
      return .chosen
    }
    let isFile =
      workflow == "-" || workflow.hasPrefix("shipped:")
      || FileManager.default.fileExists(atPath: workflow)
    let ids = try session.engine.workflows().map(\.workflow.rawValue)
    guard isFile, !ids.contains(workflow) else { return .version(WorkflowID(workflow), version) }
    let source = try WorkflowSource(workflow, environment: context.environment)
    return .source(source.text, file: source.file)
  }
}
