// `countersign batch`: many actions, one JSON object a line, one answer a line, in order.

import ApplicationRuntime
import ArgumentParser
import Foundation

struct BatchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Do what each line of JSON says; answer each with a line.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "All lines or none, at most 1,000.")
  var atomic = false

  @Argument(help: "A file; standard input without one.")
  var file: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let path = file ?? "-"
    let source: any ByteSource =
      path == "-" ? context.environment.input : try DescriptorSource(path: path)
    let (session, store) = try context.openBatchSession()
    try session.keepRun(in: store)
    let working = NSLock()
    let run = BatchRun(
      session: session, store: store, lines: BatchLines(LineReader(source)),
      sink: context.environment.output, working: working)
    let engine = session.engine
    let suspension = Suspension { stop in
      working.withLock {
        store.giveUpRuns()
        stop()
        // The batch goes on when it has the rights again, however long another process works.
        while case .some(false) = try? engine.keepRuns(in: store, within: .seconds(1)) {}
      }
    }
    return try withExtendedLifetime(suspension) {
      try atomic ? run.runAtomically() : run.run()
    }
  }
}
