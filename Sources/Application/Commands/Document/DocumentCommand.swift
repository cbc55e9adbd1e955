// `countersign document …`, and `report …` for expense reports: writing documents.

import ArgumentParser

struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "Write documents; `report` for expense reports.",
    subcommands: [
      DocumentNewCommand.self, DocumentListCommand.self, DocumentShowCommand.self,
      DocumentSetCommand.self, DocumentAddLineCommand.self, DocumentRemoveLineCommand.self,
      DocumentAttachCommand.self, DocumentImportCommand.self, DocumentExportCommand.self,
      DocumentCopyCommand.self, DocumentDeleteCommand.self,
    ],
    aliases: ["report"])
}

/// What names the type of documents.
struct TypeOption: ParsableArguments {
  @Option(help: ArgumentHelp("The document type, such as expense-report.", valueName: "type"))
  var type: String?
}
