// What a text that is being typed may become.

import Foundation

/// The entries under a cell, and which of them Tab and Enter take.
struct CompletionList: Hashable, Sendable {
  /// More is not seen at a glance.
  static let limit = 6

  let candidates: [Candidate]
  var selection: Int?

  static let empty = CompletionList(candidates: [], selection: nil)

  private init(candidates: [Candidate], selection: Int?) {
    self.candidates = candidates
    self.selection = selection
  }

  /// The entries of a pool that fit a text: those that begin with it, then those that contain it.
  ///
  /// - Parameter isClosed: whether the field takes nothing but entries of the pool. Then what only
  ///   contains the text may be taken without a further key, and nothing typed shows all.
  init(of text: String, from pool: [Candidate], isClosed: Bool) {
    let query = Self.folded(text)
    guard !query.isEmpty else {
      self.init(candidates: isClosed ? Array(pool.prefix(Self.limit)) : [], selection: nil)
      return
    }
    var ranks: [[Candidate]] = [[], [], []]
    for candidate in pool {
      let value = Self.folded(candidate.text)
      let label = candidate.label.map(Self.folded) ?? ""
      if value == query {
        ranks[0].append(candidate)
      } else if value.hasPrefix(query) || label.hasPrefix(query) {
        ranks[1].append(candidate)
      } else if value.contains(query) || label.contains(query) {
        ranks[2].append(candidate)
      }
    }
    let isSure = isClosed || !ranks[0].isEmpty || !ranks[1].isEmpty
    let candidates = Array(ranks.joined().prefix(Self.limit))
    self.init(candidates: candidates, selection: isSure && !candidates.isEmpty ? 0 : nil)
  }

  var selected: Candidate? {
    selection.flatMap { candidates.indices.contains($0) ? candidates[$0] : nil }
  }

  /// Moves the selection, around the ends.
  mutating func move(by step: Int) {
    guard !candidates.isEmpty else { return }
    let from = selection ?? (step > 0 ? -1 : candidates.count)
    selection = (from + step + candidates.count) % candidates.count
  }

  /// Text for comparing: without case and accents.
  static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces)
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }
}
