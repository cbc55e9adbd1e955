// `countersign worker`: the batch job without a screen, until a signal.

import ApplicationRuntime
import ArgumentParser
import Foundation
import Screen

struct WorkerCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Run the batch job until a signal (SIGINT, SIGTERM).")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actingPerson()
    guard options.output == .text else {
      throw EngineError(
        .usage, "worker writes no results; `queue watch --output jsonl` tells what it handles.")
    }
    let signals = EndingSignals()
    let observation = session.clock.map { clock in
      // Another process may move the clock; what cannot be read now is read at the next commit.
      session.engine.observe { try? clock.refresh() }
    }
    let tell: @Sendable (EngineError) -> Void = { error in
      // Another thread's own sink; where nobody reads errors there is nobody to tell.
      try? DescriptorSink(STDERR_FILENO, isBuffered: false)
        .write("countersign: " + error.message.displaySafe + "\n")
    }
    let engine = session.engine
    engine.startBatchJob(telling: tell)
    let suspension = Suspension { stop in
      engine.stopBatchJob()
      stop()
      engine.startBatchJob(telling: tell)
    }
    try session.output.note("The batch job runs on \(session.location.path). Ctrl-C ends it.")
    let ending = signals.wait()
    session.close()
    return withExtendedLifetime((observation, suspension)) { ending }
  }
}
