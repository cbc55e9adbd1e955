// `countersign batch`: many actions, one JSON object a line, one answer a line, in order.

import ApplicationRuntime
import ArgumentParser

struct BatchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Do what each line of JSON says; answer each with a line.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "A file; standard input without one.")
  var file: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let path = file ?? "-"
    let source: any ByteSource =
      path == "-" ? context.environment.input : try DescriptorSource(path: path)
    let session = try context.openSession()
    try session.requireRun()
    return try BatchRun(
      session: session, reader: LineReader(source), sink: context.environment.output,
      wallClock: context.environment.clock
    ).run()
  }
}
