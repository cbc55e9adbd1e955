import CTerminal
import Screen

// Leaving the screen for the shell or for another program, and coming back.

extension Terminal {
  /// Stops the process as Ctrl-Z does, and returns when the shell continues it.
  ///
  /// ``InputEvent/resumed`` and ``InputEvent/resize(_:)`` follow.
  package func suspend() {
    terminal_leave()
    terminal_stop()
    comeBack()
  }

  /// Gives the terminal to another program, such as an editor, while `body` runs.
  ///
  /// ``InputEvent/resumed`` and ``InputEvent/resize(_:)`` follow.
  package func suspended<R>(_ body: () throws -> R) rethrows -> R {
    terminal_leave()
    // Ctrl-Z in the editor stops both, so that the shell gets its prompt.
    terminal_let_stop(1)
    defer {
      terminal_let_stop(0)
      comeBack()
    }
    return try body()
  }

  /// Draws everything again after something else had the terminal.
  func comeBack() {
    terminal_return()
    painter.forget()
    size = Size(terminal_fit())
    // Ctrl-C was meant for the editor, and the continuation is what has just happened.
    take(News.take().subtracting([.interrupt, .stop, .continued, .windowSize]), into: &pending)
    pending += [.resumed, .resize(size)]
  }
}
