// Options may stand before the command: they are moved behind it before anything is parsed.

import ArgumentParser

enum ArgumentOrder {
  /// The arguments with the words of the command first, then what stood between them, then the
  /// rest. `report` becomes `document` of the type of expense reports.
  static func normalized(
    _ arguments: [String], root: any ParsableCommand.Type = RootCommand.self
  ) -> [String] {
    var path: [String] = []
    var moved: [String] = []
    var position = 0
    var command: any ParsableCommand.Type = root
    while position < arguments.count, !command.configuration.subcommands.isEmpty {
      let argument = arguments[position]
      if argument == "--" { break }
      if argument.hasPrefix("-"), argument != "-" {
        moved.append(argument)
        position += 1
        if SharedOptions.namesWithValue.contains(argument), position < arguments.count {
          moved.append(arguments[position])
          position += 1
        }
        continue
      }
      guard let next = command.configuration.subcommands.first(where: { $0.answers(to: argument) })
      else { break }
      if argument == "report", command == root { moved += ["--type", "expense-report"] }
      path.append(argument)
      command = next
      position += 1
    }
    return path + moved + arguments[position...]
  }
}

extension ParsableCommand {
  fileprivate static func answers(to name: String) -> Bool {
    _commandName == name || configuration.aliases.contains(name)
  }
}
