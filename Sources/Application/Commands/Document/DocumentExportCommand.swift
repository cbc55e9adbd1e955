// `countersign document export`: documents as JSON, CSV or to be printed; and the ledger file.

import ApplicationRuntime
import ArgumentParser
import Expenses
import Workflow

struct DocumentExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write documents as JSON, CSV or text; or the ledger file.",
    discussion: """
      Without documents it takes yours, or with --all every one that you may see, as --filter says. \
      JSON is one object a line; `report new --file` takes each, `report import` takes the CSV. \
      With --ledger it brings the ledger file of the posted reports up to date instead.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv, print }

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: "json (an object a line), csv (a row a line), or print.")
  var format: Format = .json

  @Option(help: ArgumentHelp("A new file instead of the output.", valueName: "file"))
  var to: String?

  @Option(
    help: ArgumentHelp("Write the receipts that are kept into this folder.", valueName: "folder"))
  var receipts: String?

  @Option(
    help: ArgumentHelp("The file in hledger's format; it is only appended to.", valueName: "file"))
  var ledger: String?

  @Flag(help: "All that you may see, not only your own.")
  var all = false

  @Argument(help: "Documents: ER-000012, or your own ids.")
  var documents: [String] = []

  func run(_ context: CommandContext) throws -> ExitStatus {
    if let ledger { return try bringUpToDate(ledger, context) }
    let session = try context.openSession()
    let file = try to.map { try NewFile($0) }
    let export = DocumentExport(
      session: session, format: format,
      folder: try receipts.map { try ReceiptFolder($0, kept: KeptFiles(of: session.location)) }
    ) { text in
      if let file { try file.write(text) } else { try context.environment.output.write(text) }
    }
    if documents.isEmpty {
      try session.eachDocument(type: kind.type, all: all) { try export.add($0) }
    } else {
      for id in try documents.map({ try session.documentID($0) }) { try export.add(id) }
    }
    if let file {
      try file.publish()
      try session.output.say("Wrote \(Words.count(export.count, "document")) to \(file.path).")
    }
    return .done
  }

  private func bringUpToDate(_ ledger: String, _ context: CommandContext) throws -> ExitStatus {
    guard documents.isEmpty, to == nil, receipts == nil else {
      throw EngineError(.usage, "--ledger goes alone: the ledger is of all posted reports.")
    }
    let session = try context.openSession()
    let actor = try session.actingPerson()
    // Whoever may not read the journal is told before the file is looked at.
    _ = try session.engine.records(in: Journal.collection, limit: 1, as: actor)
    do {
      let count = try LedgerFile.bring(upToDate: ledger) { after, limit in
        try session.engine.records(
          in: Journal.collection, after: after, limit: limit, as: actor)
      }
      try session.output.write(LedgerExportObject(file: ledger, entries: count))
      return .done
    } catch let error as ExpenseError {
      throw EngineError(.cannotCreate, error.message)
    }
  }
}
