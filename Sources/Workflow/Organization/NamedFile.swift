/// A file that an organisation names, as it was found beside the organisation's own file.
public enum NamedFile: Hashable, Sendable {
  /// What is in it.
  case text(String)
  /// It cannot be used; the reason in words, such as "there is no such file".
  case unreadable(String)

  /// The size in bytes that one may have: 4 MiB.
  public static let greatestSize = 4 * 1024 * 1024
  /// How many an organisation may name.
  static let greatestCount = 50

  /// Whether a name can only mean a file beside the organisation's, or in a folder there.
  public static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let hasControl = name.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
    }
    return name.utf8.count <= 255 && !hasControl && !name.contains("\\")
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
