// Draws a folder from which a file is taken.

import ApplicationRuntime
import Screen
import Workflow

struct FilePickerView {
  let picker: FilePicker
  let clock: LocalClock
  let now: Timestamp

  func draw(in canvas: inout Canvas) {
    let width = OverlayBox.inner(canvas.columns)
    let entries = picker.entries
    var lines = entries.map { line($0, width: width) }
    if entries.isEmpty { lines = [StyledText(emptyText, .dim)] }
    if picker.listing?.isCut == true {
      lines.append(StyledText("there are more; type a part of the name, or its path", .dim))
    }
    OverlayBox(
      title: picker.title, hint: "Backspace up   Enter takes   Esc leaves", search: picker.search,
      placeholder: placeholder
    ).draw(
      notes(width: width) + lines, top: 0,
      selected: entries.isEmpty ? nil : picker.selection + notes(width: width).count, in: &canvas)
  }

  private var placeholder: String { "type to filter; ~ goes home, .. and / a path" }

  /// Where this is, and what is wrong or under way.
  private func notes(width: Int) -> [StyledText] {
    let folder = picker.listing?.shownPath ?? picker.folder
    var notes = [StyledText(folder.displaySafe.truncatedInFront(to: width), .heading)]
    if let failure = picker.failure {
      notes += ("! " + failure.displaySafe).wrapped(to: width).map { StyledText($0, .danger) }
    } else if picker.underWay != nil {
      notes.append(StyledText("The file is being copied …", .dim))
    }
    return notes
  }

  private var emptyText: String {
    guard let listing = picker.listing else { return picker.failure == nil ? "…" : "" }
    if picker.search.hasWords { return "None of them has that in its name." }
    let hidden = listing.entries.count
    return hidden == 0 ? "The folder is empty." : "\(plural(hidden, "hidden file")); ^T shows them"
  }

  private func line(_ entry: FolderListing.Entry, width: Int) -> StyledText {
    let right = detail(of: entry)
    let room = max(8, width - right.displayWidth - 1)
    let name = entry.name.displaySafe + (entry.kind == .folder ? "/" : "")
    let isOff = !entry.isReadable || entry.kind == .other
    let style: Style = isOff ? .disabled : entry.kind == .folder ? .accent : .normal
    return StyledText(name.fitted(to: room) + " ", style)
      + StyledText(right, isOff ? .warning : .dim)
  }

  private func detail(of entry: FolderListing.Entry) -> String {
    if entry.kind == .other { return "no file" }
    if !entry.isReadable { return "cannot be read" }
    let date = clock.day(of: entry.changedAt)
    let size = entry.kind == .file ? ByteCount.text(entry.size) : ""
    return size.padded(to: 8) + "  " + date.long.padded(to: 11)
  }
}

extension String {
  /// The text at the right of so many cells.
  fileprivate func padded(to width: Int) -> String { fitted(to: width, alignment: .right) }

  /// The end of a text that is too long, after an ellipsis.
  fileprivate func truncatedInFront(to width: Int) -> String {
    guard displayWidth > width, width > 1 else { return self }
    var rest = Substring(self)
    while String(rest).displayWidth > width - 1, !rest.isEmpty { rest = rest.dropFirst() }
    return "…" + rest
  }
}
