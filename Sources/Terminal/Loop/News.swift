import CTerminal

/// What signals and other threads told since the last look.
struct News: OptionSet {
  static let wake = News(rawValue: 1)
  static let windowSize = News(rawValue: 2)
  static let terminate = News(rawValue: 4)
  static let hangup = News(rawValue: 8)
  static let interrupt = News(rawValue: 16)
  static let stop = News(rawValue: 32)
  static let continued = News(rawValue: 64)

  let rawValue: UInt8

  /// Takes all that is there.
  static func take() -> News {
    var news: News = []
    while true {
      switch UInt8(truncatingIfNeeded: terminal_next_news()) {
      case UInt8(ascii: "k"): news.insert(.wake)
      case UInt8(ascii: "w"): news.insert(.windowSize)
      case UInt8(ascii: "t"): news.insert(.terminate)
      case UInt8(ascii: "h"): news.insert(.hangup)
      case UInt8(ascii: "i"): news.insert(.interrupt)
      case UInt8(ascii: "z"): news.insert(.stop)
      case UInt8(ascii: "c"): news.insert(.continued)
      default: return news
      }
    }
  }
}
