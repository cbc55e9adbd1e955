/// How the pages are shown here.
package enum TerminalChoice: Hashable, Sendable {
  case screen(TerminalSetup)
  case linear(LinearSetup)
}
