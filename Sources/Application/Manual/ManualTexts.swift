// What the manual page says beside the commands and the keys.

enum ManualTexts {
  static let statuses: [(ExitStatus, String)] = [
    (.done, "Done."), (.failed, "Failed; also status --check and verify that found something."),
    (.someFailed, "Some of several failed."), (.usage, "A mistake in the arguments."),
    (.badData, "Bad data, or a conflict with somebody else's change."),
    (.notFound, "No such thing, or no terminal for the screens."),
    (.storeUnavailable, "The store cannot be used."), (.cannotCreate, "A file cannot be made."),
    (.tryAgain, "Nothing was done; try again."), (.notAllowed, "Not allowed, with the reason."),
    (.interrupted, "Interrupted."),
  ]

  static let variables: [(String, String)] = [
    ("COUNTERSIGN_STORE", "The store, where --store names none."),
    ("NO_COLOR", "No colours, unless --color says always."),
    ("ACCESSIBLE", "The pages line by line, as with --linear."),
    ("VISUAL, EDITOR", "The editor for comments and workflows."),
    ("LC_ALL, LC_CTYPE, LANG", "A locale that is not UTF-8 gives ASCII characters."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where the files below are."),
  ]

  static let files: [(String, String)] = [
    ("$XDG_CONFIG_HOME/countersign/config.yaml", "What you prefer; else under ~/.config."),
    ("$XDG_DATA_HOME/countersign/store.sqlite", "The usual store; else under ~/.local/share."),
    (
      "$XDG_STATE_HOME/countersign/countersign.log",
      "What the screens had to tell beside the "
        + "screen; else under ~/.local/state. The older part is countersign.log.1."
    ),
    ("STORE.files", "The receipts of a store, each under the SHA-256 of its bytes."),
  ]

  static let configuration = """
    A YAML file. A mistake in it is told with line and column, and nothing is done (65). --color \
    goes before NO_COLOR, NO_COLOR before the file; --store before COUNTERSIGN_STORE, that before \
    the file.
    """

  static let configurationExample = [
    "theme: high-contrast     # default, light, high-contrast, monochrome",
    "color: auto              # auto, always, never",
    "ascii: off               # on: no characters beyond ASCII",
    "mouse: on                # on, off",
    "undo-window: 5s          # for answers on a screen; at most 10m",
    "store: ~/work/store.sqlite",
    "keys:",
    "  approve: A",
    "  palette: [\":\", \"^P\"]",
  ]

  static let examples: [(String, [String])] = [
    ("Look around.", ["countersign demo"]),
    (
      "Make a store, and a report from the command line.",
      [
        "countersign init",
        "countersign report new purpose=\"Visit Aarhus\" costCenter=4100",
        "countersign report add-line ER-000001 date=2026-03-01 category=meals "
          + "merchant=Cafe amount=12.50",
        "countersign submit ER-000001",
      ]
    ),
    (
      "Approve what waits, and say why a report is where it is.",
      ["countersign inbox", "countersign approve W-000031", "countersign explain ER-000012"]
    ),
    (
      "Check the store in a script.",
      ["countersign status --check --output json || echo \"look at it\""]
    ),
  ]
}
