import CTerminal

/// Tells the loop that there is news: from any thread, at any time, also when the loop has ended.
///
/// Any number of wakes before the loop comes to them is one event.
package struct Waker: Sendable {
  package func wake() {
    terminal_wake()
  }
}
