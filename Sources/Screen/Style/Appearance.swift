/// How a style looks in a theme: colours, where nil is the terminal's own, and attributes.
package struct Appearance: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underlined = Attributes(rawValue: 4)
    package static let reversed = Attributes(rawValue: 8)

    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }
  }

  package var foreground: Color?
  package var background: Color?
  package var attributes: Attributes

  package init(
    _ foreground: Color? = nil, on background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
