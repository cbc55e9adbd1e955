// What lies over a page without asking anything.

/// The overlays. Esc closes each of them.
package enum Overlay: Sendable {
  case help(HelpOverlay)
  case palette(PaletteOverlay)
  case chooser(Chooser)
  case explanation(ExplanationOverlay)
  case message(MessageOverlay)
  case text(TextOverlay)
  case calendar(CalendarOverlay)
  case files(FilePicker)
  case items(ItemsOverlay)

  /// Where its keys stand in the action table.
  var context: PageKind {
    switch self {
    case .help, .palette, .chooser: .chooser
    case .explanation, .message, .text: .reading
    case .calendar: .calendar
    case .files: .files
    case .items: .edit
    }
  }

  /// Whether it may lie over a dialog, for one of its fields.
  var isOverDialogs: Bool {
    switch self {
    case .calendar, .files: true
    default: false
    }
  }

  /// The keys that work in it, for the footer.
  var keys: [KeyHint] {
    let scroll = KeyHint("Up Down", "scroll")
    let close = KeyHint("Esc", "close")
    return switch self {
    case .help: [scroll, KeyHint("PgUp PgDn", "page"), close]
    case .palette: [KeyHint("Tab", "complete"), KeyHint("Enter", "run"), close]
    case .chooser(let chooser):
      [KeyHint("Up Down", "select"), KeyHint("Enter", "take")]
        + (chooser.removed == nil ? [] : [KeyHint("^X", "remove")]) + [close]
    case .explanation: [scroll, KeyHint("v", "flow"), KeyHint("w", "close"), close]
    case .text: [scroll, KeyHint("Enter", "close"), close]
    case .calendar:
      [
        KeyHint("Enter", "take"), KeyHint("PgUp PgDn", "month"), KeyHint("t", "today"),
        KeyHint("Esc", "leave"),
      ]
    case .files:
      [
        KeyHint("Enter", "take"), KeyHint("Backspace", "up"), KeyHint("^T", "hidden"),
        KeyHint("Esc", "leave"),
      ]
    case .items:
      [
        KeyHint("Tab", "cell"), KeyHint("Enter", "next"), KeyHint("^N", "item"),
        KeyHint("^X", "cut"), KeyHint("^S", "done"), KeyHint("Esc", "back"),
      ]
    case .message: [scroll, KeyHint("v", "flow"), KeyHint("Enter", "close"), close]
    }
  }
}
