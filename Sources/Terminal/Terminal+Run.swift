import CTerminal
import Screen

// The loop: wait, drain everything, hand it out at once, draw once.

extension Terminal {
  /// After so many things read in one go the screen is drawn, whatever else is there.
  private static let batchLimit = 4096

  /// How long the end of a paste is waited for.
  private static let pastePatience = Duration.milliseconds(500)

  /// Runs until a decision, a signal or the end of the terminal ends it, on the calling thread.
  ///
  /// The first events are the size; then comes the first frame.
  ///
  /// - Parameters:
  ///   - state: what the pages know; only the closures touch it.
  ///   - handle: takes in all events since the last call. `@Sendable`, so that a closure written in
  ///     main-actor code does not belong to the main actor and does not trap on another thread.
  ///   - render: the picture of the state.
  package func run<State>(
    _ state: inout State,
    handle: @Sendable (inout State, [InputEvent], Terminal) -> LoopDecision,
    render: @Sendable (inout State, Size) -> Frame
  ) -> LoopEnding {
    pending.append(.resize(size))
    var tick: Duration?
    while true {
      let events = collect(tick: tick)
      let decision = handle(&state, events, self)
      if events.contains(.hangup) { return .hungUp }
      if events.contains(.terminate) { return .terminated }
      guard case .wait(let next, let redraw, let discardInput) = decision else { return .quit }
      tick = next
      if events.contains(.suspending) {
        suspend()
        continue
      }
      if redraw || painter.isBlank { painter.draw(render(&state, size)) }
      if discardInput { dropInput() }
    }
  }

  /// Waits until there is something to hand out, and takes all of it.
  private func collect(tick: Duration?) -> [InputEvent] {
    let clock = ContinuousClock()
    let due = tick.map { clock.now + $0 }
    var pasteDue = clock.now + Self.pastePatience
    var events: [InputEvent] = []
    swap(&events, &pending)
    repeat {
      var limits = [due].compactMap(\.self)
      if decoder.isPasting { limits.append(pasteDue) }
      let patience = events.isEmpty ? limits.min().map { clock.now.duration(to: $0) } : .zero
      let ready = terminal_wait(patience.map(\.roundedUpMilliseconds) ?? -1)
      if ready & Int32(TERMINAL_READY_HANGUP) != 0 { return events + [.hangup] }
      if ready & Int32(TERMINAL_READY_INPUT) != 0 {
        read(into: &events)
        pasteDue = clock.now + Self.pastePatience
      }
      if ready & Int32(TERMINAL_READY_NEWS) != 0 { take(News.take(), into: &events) }
      if decoder.isPasting, clock.now >= pasteDue {
        terminal_set_literal(0)
        decoder.endPaste(into: &events)
      }
      if events.isEmpty, let due, clock.now >= due { events.append(.tick) }
    } while events.isEmpty
    return events
  }

  private func read(into events: inout [InputEvent]) {
    for _ in 0..<Self.batchLimit {
      guard let input = RawInput(terminal_read()) else { break }
      let wasPasting = decoder.isPasting
      decoder.decode(input, into: &events)
      if decoder.isPasting != wasPasting { terminal_set_literal(wasPasting ? 0 : 1) }
    }
    decoder.flush(into: &events)
  }

  private func dropInput() {
    terminal_drop_input()
    decoder = InputDecoder()
    terminal_set_literal(0)
  }

  /// Turns news into events, in the order of what they mean for the loop.
  func take(_ news: News, into events: inout [InputEvent]) {
    if news.contains(.windowSize) {
      size = Size(terminal_fit())
      painter.forget()
      events.append(.resize(size))
    }
    // Continued without having been stopped by us: the shell may have changed everything.
    if news.contains(.continued) {
      terminal_return()
      painter.forget()
      size = Size(terminal_fit())
      events += [.resumed, .resize(size)]
    }
    if news.contains(.wake) { events.append(.wake) }
    if news.contains(.interrupt) { events.append(.interrupted) }
    if news.contains(.stop) { events.append(.suspending) }
    if news.contains(.terminate) { events.append(.terminate) }
    if news.contains(.hangup) { events.append(.hangup) }
  }
}

extension Duration {
  /// Rounded up, because a poll that ends too early would spin until the time has come.
  fileprivate var roundedUpMilliseconds: Int32 {
    let parts = components
    guard parts.seconds < 1_000_000 else { return 1_000_000_000 }
    let milliseconds =
      parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(max(0, milliseconds))
  }
}
