// The manual page, from the commands' own descriptions and the table of the screens' actions.

import ApplicationRuntime
import Interface
import Screen

struct ManualPage {
  let root: CommandOutline
  let actions: ActionTable

  /// The page as roff, for `man`.
  var text: String {
    var page = Roff()
    page.title(
      "countersign", section: 1, source: "Countersign \(RootCommand.version)",
      manual: "Countersign")
    page.section("NAME")
    page.paragraph("countersign - \(root.abstract)")
    page.section("SYNOPSIS")
    page.paragraph("countersign [options] [command] [options] [arguments]")
    page.section("DESCRIPTION")
    page.paragraph(root.discussion)
    page.paragraph(
      "report is document with \"--type expense-report\". Options may stand before or after the "
        + "command. countersign help COMMAND shows one command.")
    commands(&page)
    page.section("OPTIONS OF EVERY COMMAND")
    for option in (root.leaves.first?.sharedOptions ?? []) { Self.add(option, to: &page) }
    keys(&page)
    surroundings(&page)
    return page.text
  }

  private func commands(_ page: inout Roff) {
    page.section("COMMANDS")
    for command in root.leaves {
      page.subsection(Self.usage(of: command))
      page.paragraph(command.abstract)
      if !command.discussion.isEmpty { page.paragraph(command.discussion) }
      for option in command.ownOptions { Self.add(option, to: &page) }
    }
  }

  /// `countersign document set DOCUMENT FIELDS...`.
  private static func usage(of command: CommandOutline) -> String {
    let arguments = command.ownOptions.filter { $0.kind == .positional }.map { option in
      let name = option.valueName.uppercased() + (option.isRepeating ? "..." : "")
      return option.isOptional ? "[\(name)]" : name
    }
    return (command.path + arguments).joined(separator: " ")
  }

  private static func add(_ option: CommandOutline.Option, to page: inout Roff) {
    var term = option.names.joined(separator: ", ")
    if option.kind == .option { term += " " + option.valueName.uppercased() }
    if option.kind == .positional { term = option.valueName.uppercased() }
    var words = option.help
    let all = option.values.joined(separator: ", ")
    if !option.values.isEmpty, !words.contains(all) { words += " One of \(all)." }
    if let usual = option.usual { words += " Usually \(usual)." }
    if option.kind == .option, !option.isOptional { words += " Required." }
    page.term(term, words)
  }

  private func keys(_ page: inout Roff) {
    page.section("KEYS")
    page.paragraph(
      "The keys of the screens, by the names that `keys:` in the configuration and the palette "
        + "know. ^X is Ctrl with X.")
    for context in PageKind.allCases {
      page.subsection(context.title)
      for action in actions.actions(in: context) {
        // Without keys it is found in the palette.
        let keys = action.keys.isEmpty ? ":" : action.keys.map(\.spelling).joined(separator: " ")
        page.term("\(keys)  \(action.name.rawValue)", action.help)
      }
    }
  }

  private func surroundings(_ page: inout Roff) {
    page.section("EXIT STATUS")
    for (status, words) in ManualTexts.statuses { page.term("\(status.rawValue)", words) }
    page.paragraph(
      "With --output json or jsonl an error is one line on standard error; its code is one of "
        + EngineError.Code.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    page.section("ENVIRONMENT")
    for (name, words) in ManualTexts.variables { page.term(name, words) }
    page.section("FILES")
    for (name, words) in ManualTexts.files { page.term(name, words) }
    page.section("CONFIGURATION")
    page.paragraph(ManualTexts.configuration)
    page.example(ManualTexts.configurationExample)
    page.section("EXAMPLES")
    for (words, lines) in ManualTexts.examples {
      page.paragraph(words)
      page.example(lines)
    }
  }
}
