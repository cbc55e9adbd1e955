// A row as a filter sees it.

import Foundation
import Workflow

/// The texts that plain words are looked for in, and the fields that can be named.
package struct FilterRow: Hashable, Sendable {
  /// Every column's text, case and accents folded.
  package let foldedText: String
  package let fields: [String: FilterValue]

  package init(texts: [String], fields: [String: FilterValue]) {
    // A separator that nobody types keeps words from matching across columns.
    foldedText = texts.joined(separator: "\u{1}").foldedForFilter
    self.fields = fields
  }
}

extension String {
  /// Without case and accents, so that `muller` finds `Müller`.
  package var foldedForFilter: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    return folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
