// What other threads have to tell the pages.

import Interface
import Synchronization

/// Events for the pages, from any thread. Posting wakes whoever shows them.
package final class Mailbox: Sendable {
  private let wake: @Sendable () -> Void
  private let events = Mutex<[InterfaceEvent]>([])

  package init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  package func post(_ event: InterfaceEvent) {
    events.withLock { events in
      // Many commits are one piece of news.
      if case .storeChanged = event,
        events.contains(where: { if case .storeChanged = $0 { true } else { false } })
      {
        return
      }
      events.append(event)
    }
    wake()
  }

  /// Everything that was posted, in order; the box is empty afterwards.
  package func take() -> [InterfaceEvent] {
    events.withLock { events in
      let taken = events
      events = []
      return taken
    }
  }
}
