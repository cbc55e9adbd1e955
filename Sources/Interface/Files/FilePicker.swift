// A file is chosen: a folder's entries, found by typing.

import ApplicationRuntime
import Screen

/// One folder at a time, from which a file is taken.
package struct FilePicker: Sendable {
  let title: String
  /// The folder that is shown or being read, or a path that somebody typed.
  var folder: String
  /// Nil until it is read.
  var listing: FolderListing?
  /// The folder before, for one that cannot be read.
  var former: FolderListing?
  /// What cannot be read or taken, and why.
  var failure: String?
  var search = TextArea()
  var selection = 0
  var showsHidden = false
  /// The path that was taken, while it is copied.
  var underWay: String?
  let taken: @Sendable (inout InterfaceState, String) -> [Effect]

  init(
    title: String, folder: String, typed: String = "",
    taken: @escaping @Sendable (inout InterfaceState, String) -> [Effect]
  ) {
    self.title = title
    self.folder = folder
    self.taken = taken
    search.insert(typed)
  }

  /// Folders first, by their names; hidden ones where they are asked for, or typed.
  var entries: [FolderListing.Entry] {
    let typed = search.text
    let words = typed.foldedForFilter.split(separator: " ")
    let found = (listing?.entries ?? []).filter { entry in
      guard !entry.isHidden || showsHidden || typed.hasPrefix(".") else { return false }
      let name = entry.name.foldedForFilter
      return words.allSatisfy { name.contains($0) }
    }
    return found.filter { $0.kind == .folder } + found.filter { $0.kind != .folder }
  }

  var selected: FolderListing.Entry? {
    let entries = entries
    return entries.indices.contains(selection) ? entries[selection] : nil
  }

  mutating func move(by distance: Int) {
    selection = min(max(0, selection + distance), max(0, entries.count - 1))
  }

  /// The path of an entry of the folder.
  func path(of name: String) -> String {
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  /// Goes to another folder, which is still to be read.
  mutating func go(to path: String) {
    former = listing ?? former
    listing = nil
    folder = path
    search = TextArea()
    selection = 0
    failure = nil
  }

  /// The folder could not be read: back to the one before.
  mutating func take(failure message: String) {
    failure = message
    listing = former
    if let former { folder = former.path }
  }

  mutating func take(_ listing: FolderListing) {
    self.listing = listing
    folder = listing.path
    failure = nil
    guard let selected = listing.selected else { return move(by: 0) }
    if selected.hasPrefix(".") { showsHidden = true }
    selection = entries.firstIndex { $0.name == selected } ?? 0
  }
}
