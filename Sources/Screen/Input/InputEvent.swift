/// Something that came from outside for the pages to take in.
package enum InputEvent: Hashable, Sendable {
  case key(Key)

  /// Text that was pasted: line ends are `\n`, and of the controls only `\n` and `\t` are left.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)

  /// Another thread has news.
  case wake

  /// The time that the last decision asked for has come.
  case tick

  /// The program is about to be stopped by a signal; ``resumed`` follows.
  case suspending

  /// Back on the screen after a suspension or after another program had it.
  case resumed

  /// SIGINT from outside. Ctrl-C is a key.
  case interrupted

  /// SIGTERM: the loop ends after this.
  case terminate

  /// The terminal is gone: the loop ends after this.
  case hangup
}
