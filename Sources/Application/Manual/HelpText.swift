// Help without what every command has: those options are named, and told once, with the commands.

import ArgumentParser

enum HelpText {
  private static let heading = SharedOptions.title.uppercased() + ":"
  private static let width = 78

  /// The help of a command with its shared options in a few lines; that of the program with all
  /// of them.
  static func arranged(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let start = lines.firstIndex(where: { $0 == heading }) {
      let end = lines[start...].firstIndex(where: \.isEmpty) ?? lines.endIndex
      let names = lines[start..<end].compactMap { line in
        line.hasPrefix("  --") ? line.split(separator: " ").first.map(String.init) : nil
      }
      let short = ["\(heading) (countersign --help tells them)"] + wrapped(names)
      return (lines[..<start].map(String.init) + short + lines[end...].map(String.init))
        .joined(separator: "\n")
    }
    let text = text.replacing(" SUBCOMMANDS:", with: ":")
    let isProgram = lines.first?.hasSuffix(RootCommand.configuration.abstract) ?? false
    return isProgram ? text + "\n\n" + shared : text
  }

  /// The section as a command without options of its own prints it.
  private static var shared: String {
    let lines = RootCommand.helpMessage(for: UserInterfaceCommand.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return "" }
    let end = lines[start...].firstIndex(where: \.isEmpty) ?? lines.endIndex
    return lines[start..<end].joined(separator: "\n")
  }

  private static func wrapped(_ words: [String]) -> [String] {
    var lines = ["  "]
    for word in words {
      let last = lines[lines.count - 1]
      if last.count + word.count + 1 > width { lines.append("  ") }
      lines[lines.count - 1] += (lines[lines.count - 1].count > 2 ? " " : "") + word
    }
    return lines
  }
}
