// Reading the lines of an archive, and seeing that it is whole.

import Crypto
import Workflow
import WorkflowRuntime

/// Where the lines of an archive come from: each call gives the next one with its line end, nil
/// at the end of the file.
public typealias ArchiveSource = () throws -> String?

/// Reads line by line; what is behind the end, or an end that is missing, is an error.
struct ArchiveReading {
  private let source: ArchiveSource
  private var digest = SHA256()
  private(set) var number = 0
  private(set) var header: ArchiveHeader?
  private(set) var summary: ArchiveSummary?

  init(_ source: @escaping ArchiveSource) { self.source = source }

  /// The next line; nil at the end of a whole archive.
  mutating func next() throws -> ArchiveLine? {
    guard var text = try source() else {
      guard summary != nil else {
        throw EngineError(.badData, "The archive is cut off after line \(number).")
      }
      return nil
    }
    number += 1
    guard summary == nil else {
      throw EngineError(.badData, "Line \(number) of the archive stands behind its end.")
    }
    let line: ArchiveLine
    do {
      line = try ArchiveLine(text)
    } catch let error as EngineError {
      throw EngineError(error.code, "Line \(number) of the archive: \(error.message).")
    }
    switch line {
    case .header(let header):
      guard number == 1 else {
        throw EngineError(.badData, "Line \(number) of the archive begins another one.")
      }
      self.header = header
    case .end(let end):
      guard end.digest == digest.finalize().withUnsafeBytes({ Array($0) }) else {
        throw EngineError(.badData, "The archive was changed: its digest is another one.")
      }
      summary = end
    default:
      guard header != nil else {
        throw EngineError(.badData, "The file is no archive of Countersign.")
      }
    }
    text.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return line
  }
}
