// `countersign workflow diagram`: a workflow drawn as text, for a web page, or as a picture.

import ApplicationRuntime
import ArgumentParser
import Foundation
import Interface
import Screen
import Workflow

/// What a drawing is written as.
enum DiagramFormat: String, ExpressibleByArgument, CaseIterable {
  case text, mermaid, svg
}

struct WorkflowDiagramCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diagram", abstract: "Draw a workflow, or how far an instance is in it.",
    discussion: "With --instance: ✓ done, ▶ here, ○ to come, ╌ skipped, ← sent back.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: "What is written: text, mermaid or svg.")
  var format: DiagramFormat = .text

  @Option(
    name: .customLong("workflow-version"),
    help: ArgumentHelp("This version; without it the active one, else the newest.", valueName: "n"))
  var version: Int?

  @Option(help: ArgumentHelp("Draw this instance: I-000007.", valueName: "instance"))
  var instance: String?

  @Argument(help: "The workflow's id, a file, - for standard input, or shipped:NAME.")
  var workflow: String?

  mutating func validate() throws {
    if (workflow == nil) == (instance == nil) {
      throw ValidationError("Name a workflow or a file, or an --instance.")
    }
    if version != nil, instance != nil {
      throw ValidationError("An instance has its version: leave --workflow-version out.")
    }
  }

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let figure = try figure(session, context)
    let output = session.output
    let isText = options.output == .text
    switch format {
    case .text where isText: try output.writeLines(Diagram(figure).lines())
    case .text:
      let glyphs: Glyphs = options.ascii ? .ascii : .unicode
      let text = Diagram(figure).lines(glyphs).joined(separator: "\n")
      try output.write(DiagramObject(figure, format, text))
    case .mermaid: try write(MermaidDiagram.text(of: figure), figure, to: output)
    case .svg: try write(Diagram(figure).svg, figure, to: output)
    }
    return .done
  }

  private func write(
    _ text: String, _ figure: WorkflowFigure, to output: CommandOutput
  ) throws {
    if options.output == .text {
      try output.writeVerbatim(text)
    } else {
      try output.write(DiagramObject(figure, format, text))
    }
  }

  private func figure(_ session: Session, _ context: CommandContext) throws -> WorkflowFigure {
    if let instance {
      let id = try ItemArgument.instance(instance)
      let detail = try session.engine.instance(id, as: try session.actor)
      guard let figure = detail.figure else {
        throw EngineError(.notFound, detail.row.error ?? "The version of \(id) cannot be drawn.")
      }
      return figure
    }
    _ = try session.actor
    let name = workflow ?? ""
    let isFile =
      name == "-" || name.hasPrefix("shipped:") || FileManager.default.fileExists(atPath: name)
    let ids = try session.engine.workflows().map(\.workflow.rawValue)
    if isFile, !ids.contains(name) {
      guard version == nil else {
        throw EngineError(.usage, "--workflow-version goes with a workflow's id.")
      }
      let source = try WorkflowSource(name, environment: context.environment)
      return try read(source.text, source.file)
    }
    let versions = try session.engine.versions(of: WorkflowID(name))
    let found =
      version.map { number in versions.first { $0.version == number } }
      ?? versions.first(where: \.isActive) ?? versions.first
    guard let found else {
      throw EngineError(
        .notFound,
        versions.isEmpty
          ? "There is no workflow “\(name)”." : "\(name) has no version \(version ?? 0).")
    }
    return try read(found.source, "\(name) version \(found.version)")
  }

  private func read(_ source: String, _ file: String) throws -> WorkflowFigure {
    let (definition, findings) = WorkflowDefinition.parse(source, file: file)
    guard let definition else {
      throw EngineError(
        .badData, "\(file) cannot be read as a workflow.", details: findings.map(\.description))
    }
    return WorkflowFigure(definition)
  }
}
