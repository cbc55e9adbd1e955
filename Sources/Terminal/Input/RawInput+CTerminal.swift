import CTerminal
import Screen

// From the C shim's numbers to values.

extension RawInput {
  private static let keys: [UInt32: Key] = [
    TERMINAL_KEY_UP.rawValue: .up, TERMINAL_KEY_DOWN.rawValue: .down,
    TERMINAL_KEY_LEFT.rawValue: .left, TERMINAL_KEY_RIGHT.rawValue: .right,
    TERMINAL_KEY_HOME.rawValue: .home, TERMINAL_KEY_END.rawValue: .end,
    TERMINAL_KEY_PAGE_UP.rawValue: .pageUp, TERMINAL_KEY_PAGE_DOWN.rawValue: .pageDown,
    TERMINAL_KEY_DELETE.rawValue: .delete, TERMINAL_KEY_BACKSPACE.rawValue: .backspace,
    TERMINAL_KEY_INSERT.rawValue: .insert, TERMINAL_KEY_BACKTAB.rawValue: .backtab,
    TERMINAL_KEY_ENTER.rawValue: .enter,
  ]

  /// Nil when nothing was read.
  init?(_ input: terminal_input) {
    switch input.kind {
    case TERMINAL_CHARACTER:
      self = Unicode.Scalar(input.value).map { .character($0) } ?? .other
    case TERMINAL_KEY where input.value > TERMINAL_KEY_FUNCTION.rawValue:
      self = .key(.function(Int(input.value - TERMINAL_KEY_FUNCTION.rawValue)))
    case TERMINAL_KEY:
      self = Self.keys[input.value].map { .key($0) } ?? .other
    case TERMINAL_MOUSE:
      self = Self.mouse(input).map { .mouse($0) } ?? .other
    case TERMINAL_PASTE:
      self = .paste
    default:
      return nil
    }
  }

  private static func mouse(_ input: terminal_input) -> Mouse? {
    let point = Point(column: Int(input.column), row: Int(input.row))
    return switch terminal_mouse_action(rawValue: input.value) {
    case TERMINAL_MOUSE_PRESS_LEFT: Mouse(action: .press, button: .left, point: point)
    case TERMINAL_MOUSE_PRESS_MIDDLE: Mouse(action: .press, button: .middle, point: point)
    case TERMINAL_MOUSE_PRESS_RIGHT: Mouse(action: .press, button: .right, point: point)
    case TERMINAL_MOUSE_RELEASE: Mouse(action: .release, button: .left, point: point)
    case TERMINAL_MOUSE_SCROLL_UP: Mouse(action: .scrollUp, button: .none, point: point)
    case TERMINAL_MOUSE_SCROLL_DOWN: Mouse(action: .scrollDown, button: .none, point: point)
    default: nil
    }
  }
}
