import CTerminal
import Screen

/// The terminal while the pages have it.
///
/// One thread owns it: the one that opened it opens, draws, reads and closes, because ncurses knows no
/// threads. That is why the class is not Sendable; other threads have the ``waker``.
///
///     let terminal = try Terminal(setup)
///     defer { terminal.close() }
///     let ending = terminal.run(&state, handle: { … }, render: { … })
package final class Terminal {
  package let glyphs: Glyphs
  package let waker = Waker()

  /// The cells that there are now.
  package internal(set) var size: Size

  package var theme: Theme {
    didSet {
      painter = Painter(theme)
      painter.forget()
    }
  }

  /// Whether the mouse is ours; off, the terminal's own selection works.
  package var mouse: Bool {
    didSet { terminal_set_mouse(mouse ? 1 : 0) }
  }

  var painter: Painter
  var decoder = InputDecoder()

  /// Events that arose here and were not handed out yet.
  var pending: [InputEvent] = []
  private var isOpen = true

  /// Enters the screen.
  package init(_ setup: TerminalSetup) throws(TerminalError) {
    guard terminal_is_open() == 0 else {
      throw TerminalError(code: .alreadyOpen, message: "The screen is open already.")
    }
    _ = terminal_set_locale(setup.locale)
    // In this order: crashes must know the shell's modes, and ncurses leaves alone what is handled.
    terminal_watch_crashes()
    guard terminal_watch_signals() == 0 else {
      terminal_unwatch_crashes()
      throw TerminalError(
        code: .unusable, message: "The screen needs two more open files than are allowed here.")
    }
    guard terminal_open(setup.terminalType) == 0 else {
      terminal_unwatch_signals()
      terminal_unwatch_crashes()
      throw TerminalError(
        code: .unusable,
        message: "The terminal type \(setup.terminalType.displaySafe) cannot be used here; "
          + "--linear works everywhere.")
    }
    glyphs = setup.glyphs
    theme = setup.theme
    mouse = setup.mouse
    size = Size(terminal_fit())
    painter = Painter(setup.theme)
    terminal_set_mouse(setup.mouse ? 1 : 0)
  }

  deinit {
    close()
  }

  /// Gives the terminal back as it was. A second call does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    terminal_close()
    terminal_unwatch_signals()
    terminal_unwatch_crashes()
  }

  package func bell() {
    terminal_bell()
  }

  /// The next frame is drawn whole: for Ctrl-L, when something else wrote on the screen.
  package func redrawAll() {
    painter.forget()
  }
}

extension Size {
  init(_ size: terminal_size) {
    self.init(columns: Int(size.columns), rows: Int(size.rows))
  }
}
