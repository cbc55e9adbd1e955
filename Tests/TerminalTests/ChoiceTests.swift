// How the pages are shown is decided from the environment alone.
import Screen
import Testing

@testable import Terminal

@Suite("Choosing the screen")
struct ChoiceTests {
  /// A system with these terminal types, and the locales that most have.
  private func probe(_ types: [String: TerminalProbe.TypeAnswer]) -> TerminalProbe {
    TerminalProbe(
      lookUp: { types[$0] ?? .unknown },
      characterSet: { name in
        switch name {
        case "C.UTF-8", "de_DE.UTF-8": "UTF-8"
        case "C", "POSIX": "ANSI_X3.4-1968"
        case "da_DK": "ISO-8859-1"
        case "vi_VN": "UTF-8"
        default: nil
        }
      })
  }

  private let known: [String: TerminalProbe.TypeAnswer] = [
    "xterm-256color": .usable, "screen": .usable, "dumb": .withoutCursor,
  ]

  private func environment(_ variables: [String: String]) -> TerminalEnvironment {
    TerminalEnvironment(variables: variables, isInputTerminal: true, isOutputTerminal: true)
  }

  private func choose(
    _ variables: [String: String], _ change: (inout TerminalOptions) -> Void = { _ in }
  ) throws -> TerminalChoice {
    var options = TerminalOptions()
    change(&options)
    return try environment(variables).choose(options, probe: probe(known))
  }

  private func setup(
    _ variables: [String: String], _ change: (inout TerminalOptions) -> Void = { _ in }
  ) throws -> TerminalSetup? {
    if case .screen(let setup) = try choose(variables, change) { setup } else { nil }
  }

  private func reason(
    _ variables: [String: String], _ change: (inout TerminalOptions) -> Void = { _ in }
  ) throws -> String? {
    if case .linear(let setup) = try choose(variables, change) { setup.reason } else { nil }
  }

  @Test("a known type is used as it is")
  func knownType() throws {
    let setup = try #require(try setup(["TERM": "screen"]))
    #expect(setup.terminalType == "screen")
    #expect(setup.note == nil)
  }

  @Test(
    "an unknown type that speaks xterm is taken as xterm-256color, with a note",
    arguments: [
      "xterm-kitty", "xterm-ghostty", "alacritty", "alacritty-direct", "foot", "foot-extra",
      "wezterm", "xterm-future", "XTERM-KITTY",
    ])
  func substitute(type: String) throws {
    let setup = try #require(try setup(["TERM": type]))
    #expect(setup.terminalType == "xterm-256color")
    #expect(setup.note?.contains(type) == true)
  }

  @Test("other unknown types get the linear mode and one sentence", arguments: ["vt42", "footer"])
  func unknown(type: String) throws {
    let reason = try #require(try reason(["TERM": type]))
    #expect(reason.contains(type))
  }

  @Test("nothing stands in where terminfo has no xterm-256color either")
  func emptyTerminfo() throws {
    let choice = try environment(["TERM": "foot"]).choose(TerminalOptions(), probe: probe([:]))
    guard case .linear = choice else {
      Issue.record("\(choice)")
      return
    }
  }

  @Test("a terminal that cannot move its cursor, and TERM unset, get the linear mode")
  func dumb() throws {
    #expect(try reason(["TERM": "dumb"])?.contains("dumb") == true)
    #expect(try reason([:])?.contains("TERM is not set") == true)
    #expect(try reason(["TERM": ""])?.contains("TERM is not set") == true)
  }

  @Test("a type's name is shown escaped")
  func hostileType() throws {
    let reason = try #require(try reason(["TERM": "x\u{1B}[2J"]))
    #expect(!reason.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test("the linear mode can be asked for by option and by ACCESSIBLE")
  func linear() throws {
    #expect(try reason(["TERM": "screen"]) { $0.linear = true } != nil)
    #expect(try reason(["TERM": "screen", "ACCESSIBLE": "1"]) != nil)
    #expect(try reason(["TERM": "screen", "ACCESSIBLE": "0"]) == nil)
    #expect(try reason(["TERM": "screen", "ACCESSIBLE": ""]) == nil)
  }

  @Test("without a terminal there is an error that says which end is missing")
  func noTerminal() {
    for (input, output, word) in [(false, true, "input"), (true, false, "output")] {
      let environment = TerminalEnvironment(
        variables: ["TERM": "screen"], isInputTerminal: input, isOutputTerminal: output)
      let error = #expect(throws: TerminalError.self) {
        try environment.choose(TerminalOptions(), probe: probe(known))
      }
      #expect(error?.code == .noTerminal)
      #expect(error?.message.contains(word) == true)
    }
  }

  @Test(
    "the locale decides between UTF-8 and ASCII",
    arguments: [
      ([:], "C.UTF-8", false),
      (["LANG": "de_DE.UTF-8"], "de_DE.UTF-8", false),
      (["LANG": "xx_XX.UTF-8"], "C.UTF-8", false),
      (["LANG": "xx_XX.utf8@euro"], "C.UTF-8", false),
      (["LANG": "C"], "C", true),
      (["LANG": "da_DK"], "da_DK", true),
      (["LANG": "vi_VN"], "vi_VN", false),
      (["LANG": "xx_XX"], "C", true),
      (["LANG": "de_DE.UTF-8", "LC_ALL": "POSIX"], "POSIX", true),
      (["LANG": "C", "LC_CTYPE": "C.UTF-8"], "C.UTF-8", false),
      (["LANG": "de_DE.UTF-8", "LC_ALL": ""], "de_DE.UTF-8", false),
    ] as [([String: String], String, Bool)])
  func locale(variables: [String: String], name: String, isASCII: Bool) throws {
    let setup = try #require(
      try setup(variables.merging(["TERM": "screen"]) { $1 }))
    #expect(setup.locale == name)
    #expect(setup.glyphs.isASCII == isASCII)
    #expect(environment(variables).usesASCII(false, probe: probe(known)) == isASCII)
  }

  @Test("--ascii wins over the locale")
  func asciiOption() throws {
    let setup = try #require(try setup(["TERM": "screen"]) { $0.ascii = true })
    #expect(setup.glyphs.isASCII)
    #expect(environment([:]).usesASCII(true, probe: probe(known)))
  }

  @Test(
    "colour: the option, then NO_COLOR, then the configuration, then the terminal",
    arguments: [
      (nil, nil, nil, true), (.never, nil, .always, false), (.always, "1", .never, true),
      (nil, "1", .always, false), (nil, "", nil, true), (.auto, nil, .never, false),
      (nil, nil, .never, false), (.auto, "1", nil, false),
    ] as [(ColorChoice?, String?, ColorChoice?, Bool)])
  func color(option: ColorChoice?, noColor: String?, configured: ColorChoice?, expected: Bool) {
    var variables = ["TERM": "screen"]
    variables["NO_COLOR"] = noColor
    #expect(environment(variables).usesColor(option, configured: configured) == expected)
  }

  @Test("output that is no terminal has no colour unless it is asked for")
  func pipedColor() {
    let environment = environment(["TERM": "screen"])
    #expect(!environment.usesColor(nil, configured: nil, isTerminal: false))
    #expect(environment.usesColor(.always, configured: nil, isTerminal: false))
    #expect(!self.environment(["TERM": "dumb"]).usesColor(nil, configured: nil))
  }

  @Test("without colour the theme is monochrome")
  func theme() throws {
    let plain = try #require(try setup(["TERM": "screen"]) { $0.theme = .light })
    #expect(plain.theme == .light)
    let none = try #require(try setup(["TERM": "screen", "NO_COLOR": "1"]) { $0.theme = .light })
    #expect(none.theme == .monochrome)
  }
}
