/// The mapping from what text means to how it looks. Colour never carries a meaning alone.
package struct Theme: Hashable, Sendable {
  package enum Name: String, CaseIterable, Hashable, Sendable {
    case standard = "default"
    case light
    case highContrast = "high-contrast"
    case monochrome
  }

  package static let standard = Theme(.standard)
  package static let light = Theme(.light)
  package static let highContrast = Theme(.highContrast)
  package static let monochrome = Theme(.monochrome)

  package let name: Name

  package init(_ name: Name) {
    self.name = name
  }

  package func appearance(of style: Style) -> Appearance {
    var appearance =
      switch name {
      case .standard: Self.standard(style.role)
      case .light: Self.light(style.role)
      case .highContrast: Self.highContrast(style.role)
      case .monochrome: Self.monochrome(style.role)
      }
    if style.modifiers.contains(.selected) { select(&appearance) }
    if !style.modifiers.isDisjoint(with: [.bold, .changed]) {
      appearance.attributes.remove(.dim)
      appearance.attributes.insert(.bold)
    }
    if style.modifiers.contains(.underlined) { appearance.attributes.insert(.underlined) }
    return appearance
  }

  private func select(_ appearance: inout Appearance) {
    // Dim on a bar of colour cannot be read.
    appearance.attributes.remove(.dim)
    switch name {
    case .standard, .monochrome:
      appearance.attributes.formSymmetricDifference(.reversed)
    case .light:
      appearance = Appearance(.brightWhite, on: .blue, attributes: appearance.attributes)
    case .highContrast:
      appearance = Appearance(
        .black, on: .brightYellow, attributes: appearance.attributes.union(.bold))
    }
  }

  /// On the terminal's own background, of which nothing is known: no colour that fails on either.
  private static func standard(_ role: Style.Role) -> Appearance {
    switch role {
    case .normal, .footer, .overlay: Appearance()
    case .dim, .placeholder, .disabled, .border: Appearance(attributes: .dim)
    case .emphasis, .title, .heading, .statusLine: Appearance(attributes: .bold)
    case .key, .accent: Appearance(.cyan)
    case .good: Appearance(.green)
    case .warning: Appearance(.yellow)
    case .danger: Appearance(.red, attributes: .bold)
    case .marked: Appearance(.magenta, attributes: .bold)
    case .field: Appearance(attributes: .underlined)
    case .focusedField: Appearance(attributes: .reversed)
    }
  }

  private static func light(_ role: Style.Role) -> Appearance {
    let paper = Color.brightWhite
    return switch role {
    case .normal, .footer, .overlay: Appearance(.black, on: paper)
    case .dim, .placeholder, .disabled, .border: Appearance(.brightBlack, on: paper)
    case .emphasis, .title, .heading, .statusLine: Appearance(.black, on: paper, attributes: .bold)
    case .key, .accent: Appearance(.blue, on: paper)
    case .good: Appearance(.green, on: paper)
    case .warning: Appearance(.magenta, on: paper)
    case .danger: Appearance(.red, on: paper, attributes: .bold)
    case .marked: Appearance(.blue, on: paper, attributes: .bold)
    case .field: Appearance(.black, on: paper, attributes: .underlined)
    case .focusedField: Appearance(.brightWhite, on: .black)
    }
  }

  private static func highContrast(_ role: Style.Role) -> Appearance {
    switch role {
    case .normal, .footer, .overlay, .dim, .placeholder, .border:
      Appearance(.brightWhite, on: .black)
    case .disabled: Appearance(.white, on: .black)
    case .emphasis, .title, .heading, .statusLine:
      Appearance(.brightWhite, on: .black, attributes: .bold)
    case .key, .accent: Appearance(.brightCyan, on: .black, attributes: .bold)
    case .good: Appearance(.brightGreen, on: .black, attributes: .bold)
    case .warning: Appearance(.brightYellow, on: .black, attributes: .bold)
    case .danger: Appearance(.brightWhite, on: .red, attributes: .bold)
    case .marked: Appearance(.brightMagenta, on: .black, attributes: .bold)
    case .field: Appearance(.brightWhite, on: .black, attributes: .underlined)
    case .focusedField: Appearance(.black, on: .brightWhite, attributes: .bold)
    }
  }

  private static func monochrome(_ role: Style.Role) -> Appearance {
    switch role {
    case .normal, .footer, .overlay, .good: Appearance()
    case .dim, .placeholder, .disabled, .border: Appearance(attributes: .dim)
    case .emphasis, .title, .heading, .statusLine, .key, .accent, .warning, .marked:
      Appearance(attributes: .bold)
    case .danger: Appearance(attributes: [.bold, .underlined])
    case .field: Appearance(attributes: .underlined)
    case .focusedField: Appearance(attributes: .reversed)
    }
  }
}
