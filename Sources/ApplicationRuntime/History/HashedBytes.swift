// The bytes that the hashes of the history are computed over.

import Workflow
import WorkflowRuntime

/// Bytes that are put together once and hashed at once: every part has its length before it, so
/// that no two contents have the same bytes.
struct HashedBytes {
  private var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes(body)
  }

  /// A hash; one that is not there is 32 zeros.
  mutating func add(hash: [UInt8]?) {
    if let hash {
      bytes.append(contentsOf: hash)
    } else {
      bytes.append(contentsOf: Self.noHash)
    }
  }

  mutating func add(number: Int64) {
    Swift.withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text; one that is not there differs from an empty one.
  mutating func add(text: String?) {
    guard let text else { return add(length: 0) }
    let utf8 = text.utf8
    add(length: UInt32(truncatingIfNeeded: utf8.count) &+ 1)
    bytes.append(contentsOf: utf8)
  }

  private mutating func add(length: UInt32) {
    Swift.withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// The content of an entry, with its salt first.
  mutating func add(_ entry: HistoryEntry, texts: HistoryTexts, salt: [UInt8]) {
    bytes.append(contentsOf: salt)
    add(text: entry.event.rawValue)
    add(number: entry.at.microseconds)
    add(text: entry.actor?.person.rawValue)
    add(text: entry.actor?.impersonatedBy?.rawValue)
    add(text: entry.onBehalfOf?.rawValue)
    add(text: entry.element?.description)
    add(text: entry.step)
    add(text: entry.comment)
    add(text: entry.detail)
    add(text: texts.values)
    add(number: entry.message ?? -1)
    add(text: texts.change)
  }

  private static let noHash = [UInt8](repeating: 0, count: 32)
}
