/// How words are spelt in some text.
public enum WordSpelling: Hashable, Sendable {
  /// `signing-limit`: YAML and commands.
  case hyphenated
  /// `signing_limit`: expressions.
  case underscored
  /// `signingLimit`: JSON.
  case lowerCamelCased

  /// A hyphenated word in this spelling.
  public func spell(_ hyphenated: String) -> String {
    switch self {
    case .hyphenated: hyphenated
    case .underscored: Word(hyphenated).underscored
    case .lowerCamelCased: Word(hyphenated).lowerCamelCased
    }
  }
}
