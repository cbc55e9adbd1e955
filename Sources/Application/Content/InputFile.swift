// Reading a whole file, or standard input, of bounded size.

import ApplicationRuntime
import Foundation
import Workflow

struct InputFile {
  static let sizeLimit = 16 * 1024 * 1024

  /// The name as it stands in messages.
  let name: String
  let bytes: [UInt8]

  /// - Parameter path: a path, or `-` for standard input.
  init(
    _ path: String, environment: ApplicationEnvironment, limit: Int = InputFile.sizeLimit
  ) throws {
    try self.init(
      path == "-" ? environment.input : DescriptorSource(path: path),
      name: path == "-" ? "standard input" : path, limit: limit)
  }

  /// A file by its path alone.
  init(file path: String, limit: Int) throws {
    try self.init(DescriptorSource(path: path), name: path, limit: limit)
  }

  private init(_ source: any ByteSource, name: String, limit: Int) throws {
    self.name = name
    var bytes: [UInt8] = []
    while true {
      let next = try source.read(65_536)
      if next.isEmpty { break }
      bytes += next
      guard bytes.count <= limit else {
        throw EngineError(
          .badData, "\(name) is larger than the \(limit >> 20) MiB that are read here.")
      }
    }
    self.bytes = bytes
  }

  /// The text; throws when it is not UTF-8.
  func text() throws(EngineError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EngineError(
        .badData, "\(name) is not UTF-8 text: \(Self.whereItEnds(bytes)). Save the file as UTF-8.")
    }
    return text
  }

  /// Where the first byte stands that is no UTF-8, in words.
  static func whereItEnds(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "line 1 begins as UTF-16"
    }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var line = 1
    var column = 1
    while case .valid(let scalar) = parser.parseScalar(from: &rest) {
      let isEnd = scalar.first == 0x0A
      line += isEnd ? 1 : 0
      column = isEnd ? 1 : column + 1
    }
    return "line \(line), column \(column)"
  }

  func json() throws(EngineError) -> JSON {
    do {
      return try JSON(parsing: bytes, limit: Self.sizeLimit)
    } catch {
      throw EngineError(.badData, "\(name), \(error.message)")
    }
  }
}
