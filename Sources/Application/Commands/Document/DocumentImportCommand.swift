// `countersign report import`: reports from a CSV file; every bad row is told.

import ApplicationRuntime
import ArgumentParser
import Expenses
import Workflow

struct DocumentImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make drafts from a CSV file of expense lines.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp("The field of a column; may be repeated.", valueName: "column=field"))
  var mappings: [String] = []

  @Option(
    help: ArgumentHelp("How 03/04/2026 is read: day-first or month-first.", valueName: "order"))
  var dates: String?

  @Option(
    help: ArgumentHelp("Where rows that could not be used are written.", valueName: "file"))
  var rejected: String?

  @Argument(help: "The file; - is standard input.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let mapping = try Dictionary(
      mappings.map { text throws(EngineError) in
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { throw EngineError(.usage, "“\(text)” is not column=field.") }
        return (String(parts[0]), String(parts[1]))
      }, uniquingKeysWith: { $1 })
    let order = try dates.map { text throws(EngineError) in
      guard let order = CSVImport.DateOrder(rawValue: Word(text).lowerCamelCased) else {
        throw EngineError(.usage, "--dates takes day-first or month-first.")
      }
      return order
    }
    let input = try InputFile(file, environment: context.environment, limit: CSVImport.largestFile)
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let type = try session.type(kind.type)
    var work = try ReportImport(
      input.bytes, file: input.name, as: type, mapping: mapping,
      currency: session.identity.organization.currency, dateOrder: order)
    try work.run(keepingRejectedIn: rejected, type: type.id, by: actor, in: session.engine)
    if let rejected, !work.parsed.rejected.isEmpty {
      try session.output.note("The rows that could not be used are in \(rejected).")
    }
    return try ImportObject(work).write(to: session.output)
  }
}
