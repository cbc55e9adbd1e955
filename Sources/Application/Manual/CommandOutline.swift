// The commands as the argument parser describes them: the one source of help, manual and completions.

import ApplicationRuntime
import ArgumentParser
import Workflow

/// A command with its options and what is below it.
struct CommandOutline {
  struct Option {
    enum Kind: String { case positional, option, flag }

    let kind: Kind
    /// `--store`, `-h`; empty for what stands by itself.
    let names: [String]
    let valueName: String
    let help: String
    let values: [String]
    let usual: String?
    let isOptional: Bool
    let isRepeating: Bool
    /// Whether every command takes it.
    let isShared: Bool
  }

  /// The words behind the program's name.
  let path: [String]
  let aliases: [String]
  let abstract: String
  let discussion: String
  let options: [Option]
  let children: [CommandOutline]

  /// What the commands say about themselves. The option for help, and the parser's own command,
  /// are left out.
  static func ofTheProgram() throws(EngineError) -> CommandOutline {
    do {
      let json = try JSON(parsing: RootCommand._dumpHelp())
      return CommandOutline(json["command"] ?? .null, above: nil, RootCommand.self)
    } catch {
      throw EngineError(.internal, "The commands cannot be described: \(error)")
    }
  }

  private init(
    _ json: JSON, above: [String]?, _ command: (any ParsableCommand.Type)?
  ) {
    let name = json["commandName"]?.string ?? ""
    path = above.map { $0 + [name] } ?? []
    aliases = command?.configuration.aliases ?? []
    abstract = json["abstract"]?.string ?? ""
    discussion = json["discussion"]?.string ?? ""
    options = (json["arguments"]?.array ?? []).compactMap(Option.init)
    let path = path
    children = (json["subcommands"]?.array ?? []).filter { $0["commandName"]?.string != "help" }
      .map { child in
        let name = child["commandName"]?.string
        return CommandOutline(
          child, above: path,
          command?.configuration.subcommands.first { $0._commandName == name })
      }
  }

  /// The commands that do something, in the order of the help.
  var leaves: [CommandOutline] { children.isEmpty ? [self] : children.flatMap(\.leaves) }

  var ownOptions: [Option] { options.filter { !$0.isShared } }
  var sharedOptions: [Option] { options.filter(\.isShared) }
}

extension CommandOutline.Option {
  fileprivate init?(_ json: JSON) {
    guard let kind = Kind(rawValue: json["kind"]?.string ?? "") else { return nil }
    self.kind = kind
    names = (json["names"]?.array ?? []).compactMap { name in
      name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
    }
    guard !names.contains("--help"), !names.contains("--version") else { return nil }
    valueName = json["valueName"]?.string ?? ""
    help = json["abstract"]?.string ?? ""
    values = (json["allValues"]?.array ?? []).compactMap(\.string)
    usual = json["defaultValue"]?.string
    isOptional = json["isOptional"]?.bool ?? true
    isRepeating = json["isRepeating"]?.bool ?? false
    isShared = json["sectionTitle"]?.string == SharedOptions.title
  }
}
