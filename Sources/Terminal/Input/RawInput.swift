import Screen

/// One thing that ncurses read, before sequences and pastes are put together.
enum RawInput: Hashable, Sendable {
  case character(Unicode.Scalar)
  case key(Key)

  /// A key or sequence that has no name here.
  case other
  case mouse(Mouse)

  /// The beginning of a bracketed paste.
  case paste
}
