/// Which texts are mail addresses that may be handed to `sendmail` and stand in a header.
public enum MailAddress {
  /// Whether a text is a plain address of ASCII, such as `sam@example.org`: no name, no quotes, no
  /// blanks, nothing that could be taken for an option or for another header.
  public static func isAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let parts = bytes.split(separator: 0x40, omittingEmptySubsequences: false)
    guard bytes.count <= 254, parts.count == 2, (1...64).contains(parts[0].count),
      !parts[1].isEmpty, bytes.first != 0x2D
    else { return false }
    return parts[0].allSatisfy(isOfLocalPart) && parts[1].allSatisfy(isOfDomain)
      && parts[1].first != 0x2E && parts[1].last != 0x2E
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isOfLocalPart(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || Array("!#$%&'*+-/=?^_`{|}~.".utf8).contains(byte)
  }

  private static func isOfDomain(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == 0x2D || byte == 0x2E
  }
}
