// What a folder holds, as whoever chooses a file sees it.

import Workflow

/// The entries of a folder, read by the program.
package struct FolderListing: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case folder, file
      /// A device, a socket: nothing that could be read to its end.
      case other
    }

    package let name: String
    package let kind: Kind
    /// In bytes.
    package let size: Int64
    package let changedAt: Timestamp
    /// Whether this person may read it.
    package let isReadable: Bool

    package init(name: String, kind: Kind, size: Int64, changedAt: Timestamp, isReadable: Bool) {
      self.name = name
      self.kind = kind
      self.size = size
      self.changedAt = changedAt
      self.isReadable = isReadable
    }

    var isHidden: Bool { name.hasPrefix(".") }
  }

  /// From the root, without a slash at its end unless it is the root.
  package let path: String
  /// As people write it: `~/Documents`.
  package let shownPath: String
  package let entries: [Entry]
  /// Whether there are more than are shown.
  package let isCut: Bool
  /// The entry that was asked for, where the path named a file.
  package let selected: String?

  package init(
    path: String, shownPath: String, entries: [Entry], isCut: Bool, selected: String? = nil
  ) {
    self.path = path
    self.shownPath = shownPath
    self.entries = entries
    self.isCut = isCut
    self.selected = selected
  }
}
