// The lines of an archive in a file.

import ApplicationRuntime

enum ArchiveFile {
  /// A line holds the whole state of an instance.
  private static let longestLine = 64 * 1024 * 1024

  /// Reads the lines one by one.
  static func source(_ path: String) throws -> ArchiveSource {
    let reader = LineReader(try DescriptorSource(path: path), limit: longestLine, passesOver: false)
    return {
      switch try reader.next() {
      case nil: return nil
      case .text(let line): return line + "\n"
      case .tooLong:
        throw EngineError(
          .badData,
          "Line \(reader.number) of “\(path)” is no line of an archive: it is longer than "
            + "\(longestLine >> 20) MB.")
      case .notUTF8:
        throw EngineError(
          .badData, "Line \(reader.number) of “\(path)” is no line of an archive: it is no UTF-8.")
      }
    }
  }
}
