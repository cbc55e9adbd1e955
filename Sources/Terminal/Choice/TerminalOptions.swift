import Screen

/// What the person asked of the terminal, by options and in the configuration.
package struct TerminalOptions: Hashable, Sendable {
  /// `--linear`: append-only, for screen readers and for terminals that cannot do more.
  package var linear = false

  /// `--ascii`.
  package var ascii = false

  /// `--color`.
  package var color: ColorChoice?

  /// The configuration's colour, which `--color` and `NO_COLOR` override.
  package var configuredColor: ColorChoice?
  package var theme = Theme.Name.standard
  package var mouse = true

  package init() {}
}
