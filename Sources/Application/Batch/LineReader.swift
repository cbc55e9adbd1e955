// Lines of an input that may be endless: one at a time, each of bounded length.

/// One line of the input.
enum InputLine: Equatable {
  case text(String)
  /// It had more bytes than are read of a line; it was passed over.
  case tooLong
  case notUTF8
}

/// Reads lines as they come and keeps no more than one and a buffer.
final class LineReader {
  static let lengthLimit = 4 * 1024 * 1024
  private static let bufferSize = 65_536

  private let source: any ByteSource
  private let limit: Int
  private let passesOver: Bool
  private var buffer: ArraySlice<UInt8> = []
  private var isAtEnd = false
  /// The number of the line that was read last, from 1.
  private(set) var number = 0

  /// - Parameter passesOver: whether the rest of a line that is too long is read and forgotten.
  ///   Without it such a line is told at once: it may have no end.
  init(
    _ source: any ByteSource, limit: Int = LineReader.lengthLimit, passesOver: Bool = true
  ) {
    self.source = source
    self.limit = limit
    self.passesOver = passesOver
  }

  /// Whether the next line, or a part of it, is there already, so that reading it does not wait.
  var isReady: Bool { !buffer.isEmpty || isAtEnd || source.isReady }

  /// The next line without its end; nil at the end of the input.
  func next() throws -> InputLine? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        isTooLong = isTooLong || line.count + (end - buffer.startIndex) > limit
        if !isTooLong { line += buffer[..<end] }
        buffer = buffer[(end + 1)...]
        return finish(line, isTooLong)
      }
      isTooLong = isTooLong || line.count + buffer.count > limit
      if isTooLong, !passesOver { return finish([], true) }
      if isTooLong { line = [] } else { line += buffer }
      buffer = try isAtEnd ? [] : source.read(Self.bufferSize)[...]
      if buffer.isEmpty {
        isAtEnd = true
        return line.isEmpty && !isTooLong ? nil : finish(line, isTooLong)
      }
    }
  }

  private func finish(_ line: [UInt8], _ isTooLong: Bool) -> InputLine {
    number += 1
    if isTooLong { return .tooLong }
    let line = line.last == 0x0D ? line.dropLast() : line[...]
    return String(validating: line, as: UTF8.self).map { .text($0) } ?? .notUTF8
  }
}
