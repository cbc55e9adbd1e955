// `countersign document delete`: a draft that was never submitted.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct DocumentDeleteCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a draft.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let id = try session.documentID(document)
    let detail = try session.engine.document(id, as: actor)
    let title = detail.document.title
    try context.confirm("Delete \(id)\(title.isBlank ? "" : ", “\(title)”")?")
    try session.engine.deleteDocument(id, by: actor)
    let result = ActionResult(
      document: id, instance: nil, status: detail.document.status, message: "Deleted \(id).")
    try ActionSequence(session: session).write(
      ActionResultObject(
        target: document, outcome: .success(.init(result: result, isHandled: true))))
    return .done
  }
}
