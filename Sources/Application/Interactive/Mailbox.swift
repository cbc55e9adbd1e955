// What other threads have to tell the screen.

import Interface
import Synchronization
import Terminal

/// Events for the pages, from any thread. Posting wakes the screen.
final class Mailbox: Sendable {
  private let waker: Waker
  private let events = Mutex<[InterfaceEvent]>([])

  init(waker: Waker) { self.waker = waker }

  func post(_ event: InterfaceEvent) {
    events.withLock { events in
      // Many commits are one piece of news.
      if case .storeChanged = event,
        events.contains(where: { if case .storeChanged = $0 { true } else { false } })
      {
        return
      }
      events.append(event)
    }
    waker.wake()
  }

  /// Everything that was posted, in order; the box is empty afterwards.
  func take() -> [InterfaceEvent] {
    events.withLock { events in
      let taken = events
      events = []
      return taken
    }
  }
}
