// Draws what lies over a page.

import Screen
import Workflow

struct OverlayView {
  let overlay: Overlay
  let state: InterfaceState

  func draw(in canvas: inout Canvas) {
    switch overlay {
    case .help(let help): HelpView(help: help, state: state).draw(in: &canvas)
    case .palette(let palette): PaletteView(palette: palette, state: state).draw(in: &canvas)
    case .chooser(let chooser): ChooserView(chooser: chooser).draw(in: &canvas)
    case .calendar(let calendar): CalendarView(calendar: calendar).draw(in: &canvas)
    case .files(let picker):
      FilePickerView(picker: picker, clock: state.setup.clock, now: state.now).draw(in: &canvas)
    case .items(let items): ItemsView(items: items).draw(in: &canvas)
    case .explanation(let shown):
      let text = ExplanationText(context: state.context)
      OverlayBox(title: "Why: \(shown.document)", hint: "Esc closes").draw(
        text.lines(shown, width: OverlayBox.inner(canvas.columns)), top: shown.top, in: &canvas)
    case .text(let shown):
      OverlayBox(title: shown.title, hint: "Esc closes").draw(
        shown.wrapped(to: OverlayBox.inner(canvas.columns)), top: shown.top, in: &canvas)
    case .message(let shown):
      let text = MessageText(message: shown.message, context: state.context)
      OverlayBox(title: text.title.plain, hint: "v flow   Esc closes").draw(
        text.lines(width: OverlayBox.inner(canvas.columns)), top: shown.top, in: &canvas)
    }
  }
}
