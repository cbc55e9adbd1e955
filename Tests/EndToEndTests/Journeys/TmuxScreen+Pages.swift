// What people do again and again on the pages.

import Foundation
import Testing

extension TmuxScreen {
  /// Opens the demo and waits for its inbox.
  static func demo(_ place: Place, columns: Int = 80, rows: Int = 24) throws -> TmuxScreen {
    let screen = try TmuxScreen(place, ["demo"], columns: columns, rows: rows)
    try screen.wait(for: "Inbox · 7 of 7", "Frank Berg", "job ▶")
    return screen
  }

  /// `@`: becomes another person, by name.
  func become(_ name: String) throws {
    try press("@")
    try wait(for: "Act as", name)
    try type(name)
    try wait(forLine: "▌", name)
    try press("Enter")
    try wait(for: "You act as \(name) now.")
    try wait(forLine: name + " · ", "job")
  }

  /// `/`: shows the rows with the word alone, and keeps the filter.
  func filter(_ word: String) throws {
    try press("/")
    try type(word)
    try press("Enter")
    try wait(for: "· /\(word)")
  }

  /// Five lines, with the keys of the page that shows how a report is entered.
  func enterFiveLines() throws {
    // On the first days of a month "3" and the day after it would not both be over.
    let day = Calendar(identifier: .gregorian).component(.day, from: Date())
    try enterLine(day < 5 && day > 1 ? "-3" : "3", "tr", "dsb", "340")
    try wait(forLine: "1", "travel", "DSB", "340.00 EUR")
    try enterLine("", "me", "Cafe", "12.5")
    try enterLine("+", "ho", "Scan", "297")
    try enterLine("", "me", "\"", "14")
    try enterLine("", "ta", "4x35", "180 dkk")
  }

  private func enterLine(_ cells: String...) throws {
    for (index, cell) in cells.enumerated() {
      if !cell.isEmpty { try type(cell) }
      try press(index + 1 < cells.count ? "Tab" : "Enter")
    }
  }
}
