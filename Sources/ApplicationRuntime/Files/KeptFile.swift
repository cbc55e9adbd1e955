// A file that belongs to a document, as its fields name it: its own name and the hash of its bytes.

import Crypto
import Workflow

/// A receipt that is kept beside the store: `taxi.pdf#` and the SHA-256 of its bytes.
///
/// Fields that list files may hold plain names too, of files that are kept elsewhere.
public struct KeptFile: Hashable, Sendable, CustomStringConvertible {
  /// The name that its owner gave it, without a folder.
  public let name: String
  /// The hash of its bytes, in 64 hexadecimal digits.
  public let hash: String

  /// The file of these bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    hash = [UInt8](SHA256.hash(data: bytes)).hexadecimal
  }

  /// Reads what a field holds; nil for a plain name.
  public init?(_ text: String) {
    guard let mark = text.lastIndex(of: "#"), mark > text.startIndex else { return nil }
    let digits = text[text.index(after: mark)...]
    guard digits.utf8.count == 64,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    name = String(text[..<mark])
    hash = String(digits)
  }

  /// As it stands in a field.
  public var description: String { "\(name)#\(hash)" }

  /// Whether these are its bytes.
  public func fits(_ bytes: [UInt8]) -> Bool { KeptFile(name: name, bytes: bytes) == self }
}
