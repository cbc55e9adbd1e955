// Where the texts lie that statements are given, until they have run.

/// Room for the arguments of the statements that run now, used like a stack: SQLite reads them here
/// and need not copy each to memory of its own, which costs more than binding it.
///
/// It belongs to one connection and its dispatch queue.
final class BoundTexts {
  /// What is used when a statement begins; its end gives all behind it back.
  typealias Mark = Int

  private static let size = 64 * 1024

  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
  private(set) var mark: Mark = 0

  deinit { room.deallocate() }

  /// The place of a copy that stays as it is until the mark is given back; nil when there is no
  /// room for it.
  func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    guard let start = room.baseAddress, bytes.count <= room.count - mark else { return nil }
    let place = start + mark
    if let source = bytes.baseAddress { place.copyMemory(from: source, byteCount: bytes.count) }
    mark += bytes.count
    return UnsafeRawPointer(place)
  }

  func release(to mark: Mark) { self.mark = mark }
}
