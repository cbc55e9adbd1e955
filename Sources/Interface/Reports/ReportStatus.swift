// The statuses that Tab goes through on the page of my documents: a part of the filter.

import ApplicationRuntime
import Screen
import WorkflowRuntime

/// One of them, or all documents.
enum ReportStatus: String, CaseIterable {
  case all, draft, inReview, changeRequested, rejected, approved, paid, stopped

  var words: String { spelledOut(rawValue) }

  /// The word of the filter that stands for it; nil for all.
  private var word: String? { self == .all ? nil : "status:\(rawValue)" }

  /// The status that a filter names; nil for a filter of the person's own about it.
  init?(in filter: RowFilter) {
    let words = Self.words(of: filter).filter(Self.isOfStatus)
    guard words.count < 2 else { return nil }
    let found = Self.allCases.first { $0.word?.lowercased() == words.first?.lowercased() }
    guard let found else { return nil }
    self = found
  }

  /// The filter with this status in place of another one; what else it says stays.
  func replacing(in filter: RowFilter) -> RowFilter {
    let rest = Self.words(of: filter).filter { !Self.isOfStatus($0) }
    let words = rest + [word].compactMap { $0 }
    return words.isEmpty ? .none : RowFilter(words.joined(separator: " "))
  }

  private static func words(of filter: RowFilter) -> [String] {
    filter.source.split(separator: " ").map(String.init)
  }

  private static func isOfStatus(_ word: String) -> Bool {
    word.lowercased().hasPrefix("status:")
  }
}

extension ReportsPage {
  mutating func show(next step: Int) {
    let all = ReportStatus.allCases
    let index = ReportStatus(in: list.filter).flatMap(all.firstIndex) ?? 0
    list.set(filter: all[(index + step + all.count) % all.count].replacing(in: list.filter))
  }

  func drawStatuses(in canvas: inout Canvas) {
    let shown = ReportStatus(in: list.filter)
    let room = max(0, canvas.columns - 2)
    var statuses = ReportStatus.allCases[...]
    // Where not all fit, the one that is shown does.
    while let shown, statuses.first != shown,
      Self.line(statuses[...(statuses.firstIndex(of: shown) ?? 0)], shown).width > room
    {
      statuses.removeFirst()
    }
    let text = Self.line(statuses, shown)
    canvas.write(text, column: 1, row: 0, width: room)
  }

  private static func line(_ statuses: ArraySlice<ReportStatus>, _ shown: ReportStatus?)
    -> StyledText
  {
    var text = StyledText("Tab", .dim)
    for status in statuses {
      text.append("  ")
      text.append(status.words, status == shown ? .emphasis.underlined() : .dim)
    }
    return text
  }
}
