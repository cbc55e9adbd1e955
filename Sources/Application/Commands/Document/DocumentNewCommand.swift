// `countersign document new`: a new draft, from a file or from fields on the command line.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct DocumentNewCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a draft, from JSON or from field=value.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("A document as JSON; - is standard input.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("Your own id for it; the store numbers it else.", valueName: "id"))
  var id: String?

  @Argument(help: "Header fields: purpose=\"Visit Aarhus\" costCenter=4100")
  var fields: [String] = []

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard options.key == nil else {
      throw EngineError(.usage, "A new document takes --id instead of --key: made once.")
    }
    let assignments = try fields.map { try FieldAssignment($0) }
    let json = try file.map { try InputFile($0, environment: context.environment).json() }
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let type = try session.type(kind.type ?? json.flatMap { DocumentInput.type(in: $0) }?.rawValue)
    let currency = session.identity.organization.currency
    var input = try DocumentInput(json ?? [:], schema: type.schema, currency: currency)
    if let named = input.type, named != type.id {
      throw EngineError(
        .badData, "The JSON is a document of the type “\(named)”, not “\(type.id)”.")
    }
    try input.content.fields.assign(
      assignments, fields: type.schema.fields, currency: currency, today: try session.engine.today()
    )
    if let id { input.id = try ItemArgument.document(id) }
    let document = try session.engine.createDocument(
      type: type.id, content: input.content, id: input.id, by: actor)
    return try session.writeDocument(document.id, saying: "Made \(document.id), a draft.")
  }
}
