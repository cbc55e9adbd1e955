// `countersign workflow diff`: what differs between two versions, element by element.

import ApplicationRuntime
import ArgumentParser
import Foundation
import Workflow

struct WorkflowDiffCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What differs between two versions of a workflow, or two files.",
    discussion: "A and B are ID@VERSION, ID for the active version, a file, or shipped:NAME.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The older one.")
  var a: String

  @Argument(help: "The newer one; without it the newest version of A's workflow.")
  var b: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actor
    let old = try definition(a, session, context)
    let new = try b.map { try definition($0, session, context) } ?? newest(of: old.id, session)
    let changes = new.difference(from: old)
    try session.output.write(changes.map { WorkflowChangeObject($0) })
    if changes.isEmpty { try session.output.say("Nothing differs.") }
    return .done
  }

  private func newest(of id: WorkflowID, _ session: Session) throws -> WorkflowDefinition {
    guard let version = try session.engine.versions(of: id).first else {
      throw EngineError(.notFound, "There is no workflow “\(id)”.")
    }
    return try read(version.source, "\(id) version \(version.version)")
  }

  private func definition(
    _ text: String, _ session: Session, _ context: CommandContext
  ) throws -> WorkflowDefinition {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let number = Int(parts[1]) {
      let id = WorkflowID(String(parts[0]))
      guard let found = try session.engine.versions(of: id).first(where: { $0.version == number })
      else { throw EngineError(.notFound, "\(id) has no version \(number).") }
      return try read(found.source, text)
    }
    let isFile =
      text == "-" || text.hasPrefix("shipped:") || FileManager.default.fileExists(atPath: text)
    let ids = try session.engine.workflows().map(\.workflow.rawValue)
    if isFile, !ids.contains(text) {
      let source = try WorkflowSource(text, environment: context.environment)
      return try read(source.text, source.file)
    }
    let versions = try session.engine.versions(of: WorkflowID(text))
    guard let found = versions.first(where: \.isActive) ?? versions.first else {
      throw EngineError(.notFound, "There is no workflow “\(text)”.")
    }
    return try read(found.source, "\(text) version \(found.version)")
  }

  private func read(_ source: String, _ file: String) throws -> WorkflowDefinition {
    let (definition, findings) = WorkflowDefinition.parse(source, file: file)
    guard let definition else {
      throw EngineError(
        .badData, "\(file) cannot be read as a workflow.", details: findings.map(\.description))
    }
    return definition
  }
}
