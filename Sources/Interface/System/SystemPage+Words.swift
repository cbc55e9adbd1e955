// The system in words: the same as the figure, for those who do not see it.

import ApplicationRuntime
import Screen
import WorkflowRuntime

extension SystemPage {
  /// Box by box what stands in it and what went along its arrows, then where the last messages
  /// went. Nil until it was read.
  func words(_ context: PageContext, width: Int) -> [StyledText]? {
    guard let overview else { return nil }
    let sentences = ways(overview) + handlerWords(overview) + [sum(overview.tallies)]
    let last = ([way].compactMap { $0 } + waysBefore).prefix(8).map {
      WayText(way: $0, context: context, isStep: stepped == $0.message.sequence).sentence
    }
    return (sentences + last + ["Selected: \(box.title.lowercased())."])
      .flatMap { $0.wrapped(to: max(20, width)) }.map { StyledText($0) }
  }

  private func ways(_ overview: SystemOverview) -> [String] {
    let counts = overview.counts
    let tallies = overview.tallies
    func count(_ arrow: SystemArrow) -> Int { arrow.count(in: tallies) }
    let instances = overview.instances
    let stopped = instances[.stopped, default: 0] + instances[.unrecoverable, default: 0]
    return [
      "people to API to queue: \(count(.post)) posted",
      "queue: \(counts.depth) messages, \(counts.ready) ready, \(counts.waiting) waiting, "
        + "\(counts.running) running, \(counts.stopped) stopped",
      "queue to batch job: \(count(.take)) handled",
      "batch job to handlers: \(count(.event)) events; "
        + "handlers to queue: \(count(.acknowledge)) acknowledgments",
      "batch job to runtime: \(count(.request)) requests; "
        + "runtime to queue: \(count(.follow)) posted",
      "instance store: \(count(.restore)) restored, \(count(.save)) saved; "
        + "\(instances[.pending, default: 0]) idle, \(stopped) stopped, "
        + "\(instances[.completed, default: 0]) completed",
    ]
  }

  private func handlerWords(_ overview: SystemOverview) -> [String] {
    handlerRows.compactMap { type in
      let called = overview.tallies[.handled(type)]
      let stopped = overview.stopped[type] ?? 0
      guard called + stopped > 0 else { return nil }
      let name = Self.name(of: type, width: .max)
      return "handler \(name): \(called)" + (stopped > 0 ? ", \(stopped) stopped" : "")
    }
  }

  /// The counters as one sum.
  private func sum(_ tallies: QueueTallies) -> String {
    "\(tallies.posted) posted, less \(tallies.handled) handled, "
      + "\(tallies[.discarded]) discarded and \(tallies[.withdrawn]) withdrawn: "
      + "\(tallies.depth) in the queue"
  }
}
