// What a person prefers, from the configuration file.

import ApplicationRuntime
import Foundation

/// The file `config.yaml` under `XDG_CONFIG_HOME`: colours and characters. Options win over it.
struct Configuration: Hashable {
  var color: ColorOption?
  var isASCII = false
  /// The theme of the screens, by its name.
  var theme: String?

  static let themes = ["default", "light", "high-contrast", "monochrome"]
  private static let sizeLimit = 64 * 1024

  init() {}

  /// Reads the person's file; without one, nothing is preferred.
  init(variables: [String: String]) throws(EngineError) {
    guard let folder = try? StoreLocation.folder("XDG_CONFIG_HOME", or: ".config", variables),
      let bytes = FileManager.default.contents(atPath: folder + "/config.yaml")
    else {
      self.init()
      return
    }
    let path = folder + "/config.yaml"
    guard bytes.count <= Self.sizeLimit, let text = String(data: bytes, encoding: .utf8) else {
      throw EngineError(.badData, "\(path) is no UTF-8 text of at most 64 KiB.")
    }
    try self.init(text, file: path)
  }

  /// Reads lines of `key: value`; the file has nothing else yet.
  init(_ text: String, file: String) throws(EngineError) {
    self.init()
    var problems: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line == "---" { continue }
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\"'")) }
      let problem = parts.count == 2 ? set(parts[0], parts[1]) : "write it as `key: value`"
      if let problem { problems.append("\(file):\(index + 1): \(problem)") }
    }
    guard problems.isEmpty else {
      throw EngineError(.badData, "The configuration \(file) is wrong.", details: problems)
    }
  }

  /// Takes one value; returns what is wrong with it.
  private mutating func set(_ key: String, _ value: String) -> String? {
    switch (key, value) {
    case ("color", _):
      color = ColorOption(rawValue: value)
      return color == nil ? "color is auto, always or never" : nil
    case ("ascii", "true"), ("ascii", "yes"): isASCII = true
    case ("ascii", "false"), ("ascii", "no"): isASCII = false
    case ("ascii", _): return "ascii is true or false"
    case ("theme", _) where Self.themes.contains(value): theme = value
    case ("theme", _): return "theme is one of " + Self.themes.joined(separator: ", ")
    default: return "there is no key `\(key)`; there are color, ascii, theme"
    }
    return nil
  }
}
