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
    guard session.identity.organization.isAdministrator(actor.person) else {
      throw EngineError(.notAllowed, "Only an administrator may export the ledger.")
    }
    do {
      let count = try LedgerFile.bring(upToDate: ledger) { after, limit in
        try session.engine.store.read {
          try $0.records(in: Journal.collection, after: after, limit: limit)
        }
      }
      let export = LedgerExportObject(file: ledger, entries: count)
      try session.output.write(export)
      return .done
    } catch let error as ExpenseError {
      throw EngineError(.cannotCreate, error.message)
    }
  }
}
