// `countersign report export`: the ledger file, brought up to date from the journal.

import ApplicationRuntime
import ArgumentParser
import Expenses
import Workflow

struct DocumentExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Bring the ledger file of the posted reports up to date.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(
    help: ArgumentHelp("The file in hledger's format; it is only appended to.", valueName: "file"))
  var ledger: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actingPerson()
    // Whoever may not read the journal is told before the file is looked at.
    _ = try session.engine.records(in: Journal.collection, limit: 1, as: actor)
    do {
      let count = try LedgerFile.bring(upToDate: ledger) { after, limit in
        try session.engine.records(
          in: Journal.collection, after: after, limit: limit, as: actor)
      }
      let export = LedgerExportObject(file: ledger, entries: count)
      try session.output.write(export)
      return .done
    } catch let error as ExpenseError {
      throw EngineError(.cannotCreate, error.message)
    }
  }
}
