/// Whether output is coloured, as an option or the configuration asks for it.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  case auto
  case always
  case never
}
