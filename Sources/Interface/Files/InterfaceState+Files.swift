// Keys in a folder from which a file is taken.

import ApplicationRuntime
import Screen

extension InterfaceState {
  /// Opens a folder; the one where the last file was, else the person's own.
  mutating func choose(
    file title: String, typed: String = "",
    taken: @escaping @Sendable (inout InterfaceState, String) -> [Effect]
  ) -> [Effect] {
    let picker = FilePicker(title: title, folder: fileFolder, taken: taken)
    overlay = .files(picker)
    return read(.folder(fileFolder)) + (typed.isEmpty ? [] : insertInFiles(typed))
  }

  mutating func perform(_ name: ActionName, in picker: FilePicker) -> [Effect] {
    var picker = picker
    switch name {
    case .up, .down, .pageUp, .pageDown:
      picker.selection = Self.moved(picker.selection, name, among: picker.entries.count)
    case .open: return take(from: picker)
    case .nextCell:
      if picker.selected?.kind == .folder { return take(from: picker) }
      if let name = picker.selected?.name { picker.search.replace(with: name) }
    case .right where picker.search.isEmpty:
      return picker.selected?.kind == .folder ? take(from: picker) : []
    case .left where picker.search.isEmpty, .deleteBack where picker.search.isEmpty:
      return go(to: picker.path(of: ".."), from: picker)
    case .hiddenFiles:
      let name = picker.selected?.name
      picker.showsHidden.toggle()
      picker.selection = picker.entries.firstIndex { $0.name == name } ?? 0
    default:
      if picker.search.perform(name) { picker.selection = 0 }
    }
    overlay = .files(picker)
    return []
  }

  /// Into a folder, or the file: one that is being copied already is not taken again.
  private mutating func take(from picker: FilePicker) -> [Effect] {
    guard let entry = picker.selected, picker.underWay == nil else { return [] }
    var picker = picker
    guard entry.kind != .other else {
      picker.failure = "\(EntryError.shown(entry.name)) is neither a file nor a folder."
      overlay = .files(picker)
      return []
    }
    let path = picker.path(of: entry.name)
    if entry.kind == .folder { return go(to: path, from: picker) }
    picker.failure = nil
    picker.underWay = path
    overlay = .files(picker)
    fileFolder = picker.folder
    return picker.taken(&self, path)
  }

  private mutating func go(to path: String, from picker: FilePicker) -> [Effect] {
    var picker = picker
    picker.go(to: path)
    overlay = .files(picker)
    return read(.folder(path))
  }

  /// Text filters; `/` goes into what is typed before it, and a path that is pasted goes there.
  mutating func insertInFiles(_ text: String) -> [Effect] {
    guard case .files(var picker) = overlay else { return [] }
    if picker.search.isEmpty, text == "~" { return go(to: "~", from: picker) }
    let path = PastedPath.anyPath(in: text)
    if text.count > 1, let path { return go(to: path, from: picker) }
    if text == "/" {
      let typed = picker.search.text
      if typed.isEmpty { return go(to: "/", from: picker) }
      let isThere = typed == ".." || picker.listing?.entries.contains { $0.name == typed } == true
      // Whoever types a path does not wait for the folders on it.
      let name = isThere ? typed : picker.entries.first { $0.kind == .folder }?.name ?? typed
      return go(to: picker.path(of: name), from: picker)
    }
    picker.search.insert(text)
    picker.selection = 0
    overlay = .files(picker)
    return []
  }

  /// Takes in a folder that was read, if it is still the one that is asked for.
  mutating func take(_ listing: FolderListing, for asked: String) {
    guard case .files(var picker) = overlay, picker.folder == asked else { return }
    picker.take(listing)
    overlay = .files(picker)
  }

  mutating func take(folderFailure message: String, for asked: String) {
    guard case .files(var picker) = overlay, picker.folder == asked else { return }
    picker.take(failure: message)
    overlay = .files(picker)
  }
}
