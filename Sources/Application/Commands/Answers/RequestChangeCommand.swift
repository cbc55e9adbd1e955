// `countersign request-change`: asks a person to change the document, with a comment.

import ApplicationRuntime
import ArgumentParser

struct RequestChangeCommand: AnswerCommand {
  static let action = Action.requestChange
  static let configuration = CommandConfiguration(
    commandName: "request-change", abstract: "Ask a person to change the document; needs a comment."
  )

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(
    help: ArgumentHelp("Who is asked; the originator by default.", valueName: "person"))
  var to: String?

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
