/// A text with placeholders, and its translations by language: `{ en: …, da: … }`.
public struct LocalizedTemplate: Hashable, Sendable {
  /// The text for those whose language is not among the translations.
  public let usual: Template
  /// The translations by language code, such as `da`.
  public let translations: [String: Template]

  /// A text, and its translations.
  public init(_ usual: Template, translations: [String: Template] = [:]) {
    self.usual = usual
    self.translations = translations
  }

  /// The text in a language, or the usual one.
  public func template(in language: String?) -> Template {
    language.flatMap { translations[$0] } ?? usual
  }

  /// Every text, the usual one first.
  public var all: [Template] {
    [usual] + translations.sorted { $0.key < $1.key }.map(\.value)
  }
}
