// What a line at the prompt means: `approve 3 5-7`, `3`, `/late`, `?`.

/// A line that was typed at the prompt, read.
enum LinearCommand: Hashable, Sendable {
  case nothing
  /// Rows by their numbers.
  case rows([Int])
  /// A verb's name or key, and the rows that it is for.
  case verb(String, rows: [Int])
  /// A verb's name, and what is to be chosen: `person Carol Dahl`.
  case choosing(String, String)
  case filter(String)
  /// The verbs that have this in them.
  case help(String)
  /// The page once more.
  case page
  /// The rows after those that were written.
  case more
  case unreadable(String)

  /// The most rows that one line can name.
  static let mostRows = 5000

  init(_ line: String) {
    let text = line.trimmed
    if text.isEmpty {
      self = .nothing
    } else if text.hasPrefix("/") {
      self = .filter(String(text.dropFirst()).trimmed)
    } else if text.hasPrefix("?") {
      self = .help(String(text.dropFirst()).trimmed)
    } else {
      self = Self.words(text.split(separator: " ").map(String.init))
    }
  }

  private static func words(_ words: [String]) -> LinearCommand {
    let first = words[0]
    let rest = Array(words.dropFirst())
    switch first.lowercased() {
    case "help": return .help(rest.joined(separator: " "))
    case "filter": return .filter(rest.joined(separator: " "))
    case "list" where rest.isEmpty: return .page
    case "more" where rest.isEmpty: return .more
    default: break
    }
    // `+` and `-` are verbs; a number is a row.
    if first.first?.isNumber == true {
      return numbers(words).map { .rows($0) } ?? .unreadable(words.joined(separator: " "))
    }
    guard let rows = numbers(rest) else {
      return rest.contains { $0.first?.isNumber == true }
        ? .unreadable(rest.joined(separator: " "))
        : .choosing(first, rest.joined(separator: " "))
    }
    return .verb(first, rows: rows)
  }

  /// `3`, `5-7`, `1,4`: the numbers in their order, each once; nil for anything else.
  static func numbers(_ words: [String]) -> [Int]? {
    var result: [Int] = []
    for word in words.flatMap({ $0.split(separator: ",") }) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first > 0, last >= first, last - first < mostRows, result.count < mostRows
      else { return nil }
      result += first...last
    }
    var seen = Set<Int>()
    return result.filter { seen.insert($0).inserted }
  }
}

extension String {
  /// Without the blanks at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
