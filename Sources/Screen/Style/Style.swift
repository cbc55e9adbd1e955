/// What a piece of text means on a page. How that looks is the theme's business.
package struct Style: Hashable, Sendable {
  package enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case normal, dim, emphasis, title, heading, key, border, placeholder, accent, good, warning
    case danger, marked, field, focusedField, statusLine, footer, overlay, disabled
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package static let selected = Modifiers(rawValue: 1)

    /// Changed a second ago.
    package static let changed = Modifiers(rawValue: 2)
    package static let bold = Modifiers(rawValue: 4)
    package static let underlined = Modifiers(rawValue: 8)

    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }
  }

  package var role: Role
  package var modifiers: Modifiers

  package init(_ role: Role, _ modifiers: Modifiers = []) {
    self.role = role
    self.modifiers = modifiers
  }

  /// The look of the selection over the role, so that a selected row keeps its warnings.
  package func selected(_ on: Bool = true) -> Style { setting(.selected, on) }

  /// The look of what changed a second ago.
  package func changed(_ on: Bool = true) -> Style { setting(.changed, on) }
  package func bold() -> Style { setting(.bold, true) }
  package func underlined() -> Style { setting(.underlined, true) }

  private func setting(_ modifier: Modifiers, _ on: Bool) -> Style {
    Style(role, on ? modifiers.union(modifier) : modifiers.subtracting(modifier))
  }
}

extension Style {
  package static let normal = Style(.normal)
  package static let dim = Style(.dim)
  package static let emphasis = Style(.emphasis)
  package static let title = Style(.title)
  package static let heading = Style(.heading)
  package static let key = Style(.key)
  package static let border = Style(.border)
  package static let placeholder = Style(.placeholder)
  package static let accent = Style(.accent)
  package static let good = Style(.good)
  package static let warning = Style(.warning)
  package static let danger = Style(.danger)
  package static let marked = Style(.marked)
  package static let field = Style(.field)
  package static let focusedField = Style(.focusedField)
  package static let statusLine = Style(.statusLine)
  package static let footer = Style(.footer)
  package static let overlay = Style(.overlay)
  package static let disabled = Style(.disabled)
  package static let selection = Style(.normal, .selected)
  package static let changed = Style(.normal, .changed)
}
