// What was verified, and how it came out.

import Workflow

/// The result of verifying a store or an archive.
public struct VerificationReport: Hashable, Sendable {
  /// The last link of the store's chain that was verified. Kept elsewhere and given back later, it
  /// shows that nothing before it was cut off or replaced. Nil for a store without history.
  public internal(set) var head: StoreChainLink?
  /// The link that the head given by the caller was found at.
  public internal(set) var foundHead: StoreChainLink?
  public internal(set) var links = 0
  /// Entries that are there, and those of them whose words were erased.
  public internal(set) var entries = 0
  public internal(set) var erasedEntries = 0
  /// Entries that were archived and removed; their hashes are still in the chain.
  public internal(set) var removedEntries = 0
  public internal(set) var instances = 0
  public internal(set) var documents = 0
  public internal(set) var workItems = 0
  /// Saved versions of workflows.
  public internal(set) var versions = 0
  /// How many findings there are; each was told when it was found.
  public internal(set) var findings = 0

  public var isSound: Bool { findings == 0 }
}

extension [UInt8] {
  /// A hash as people write it.
  public var hexadecimal: String {
    let digits = [UInt8]("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * count)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a hash as people write it; nil for anything else.
  public init?(hexadecimal text: String) {
    let digits = [UInt8](text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Character(.init(digits[index])).hexDigitValue,
        let low = Character(.init(digits[index + 1])).hexDigitValue
      else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    self = bytes
  }
}
