// The parts of a typed date, and the day that they mean.

import Workflow

/// Day, month, year and weekday as far as they were typed.
struct DayParts {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var weekday: Weekday?

  /// Nil when the text is made of anything but a day, a month, a year and a weekday.
  init?(_ typed: String) {
    var numbers: [(value: Int, digits: Int)] = []
    for word in Self.words(typed) {
      if let number = Int(word), word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        guard word.utf8.count <= 4, numbers.count < 3 else { return nil }
        numbers.append((number, word.utf8.count))
      } else if let index = Self.index(of: word, in: Self.weekdays, atLeast: 2), weekday == nil {
        weekday = Weekday(rawValue: index + 1)
      } else if let index = Self.index(of: word, in: Self.months, atLeast: 3), month == nil {
        month = index + 1
      } else {
        return nil
      }
    }
    guard take(numbers) else { return nil }
  }

  /// Splits at separators, and between a digit and a letter: `3mar`.
  private static func words(_ typed: String) -> [String] {
    var words: [String] = []
    var wasNumber = false
    var isBetween = true
    for character in typed {
      guard !" ./-,".contains(character) else {
        isBetween = true
        continue
      }
      let isNumber = character.isNumber
      if isBetween || isNumber != wasNumber { words.append("") }
      words[words.count - 1].append(character)
      isBetween = false
      wasNumber = isNumber
    }
    return words
  }

  private static func index(of word: String, in names: [String], atLeast count: Int) -> Int? {
    word.count >= count ? names.firstIndex { $0.hasPrefix(word) } : nil
  }

  private mutating func take(_ numbers: [(value: Int, digits: Int)]) -> Bool {
    var numbers = numbers
    if numbers.isEmpty { return month == nil && weekday != nil }
    if numbers.count == 3, numbers[0].digits == 4 { numbers.reverse() }
    let places = month == nil ? 3 : 2
    guard numbers.count <= places else { return false }
    day = numbers[0].value
    if month == nil, numbers.count > 1 { month = numbers[1].value }
    if numbers.count == places {
      let typed = numbers[places - 1]
      guard typed.digits == 4 || typed.digits == 2 else { return false }
      year = typed.digits == 2 ? 2000 + typed.value : typed.value
    }
    return true
  }

  /// The nearest day that has these parts; one after `limit` only when no earlier one has.
  func day(near: Day, notAfter limit: Day?) -> Day? {
    let candidates = candidates(near: near).filter { weekday == nil || $0.weekday == weekday }
    let early = limit.map { limit in candidates.filter { $0 <= limit } } ?? []
    return (early.isEmpty ? candidates : early).min {
      abs($0.days(since: near)) < abs($1.days(since: near))
    }
  }

  private func candidates(near: Day) -> [Day] {
    guard let day else { return (-6...6).map { near.adding(days: $0) } }
    if let month {
      // Eight years on either side hold a 29 February also around 1900 and 2100.
      let years = year.map { $0...$0 } ?? (near.year - 8)...(near.year + 8)
      return years.compactMap { Day(year: $0, month: month, day: day) }
    }
    let first = near.year * 12 + near.month - 1
    return (first - 12...first + 12).compactMap {
      Day(year: $0 / 12, month: $0 % 12 + 1, day: day)
    }
  }
}
