// An organisation's file with the files that it names, which lie beside it.

import ApplicationRuntime
import Foundation
import Workflow

struct OrganizationInput {
  /// The name as it stands in messages.
  let name: String
  let text: String
  /// The named files; why one cannot be read is told where it is named.
  let files: [String: NamedFile]

  /// - Parameter path: a path, or `-` for standard input: the named files then lie in the current
  ///   folder.
  init(_ path: String, environment: ApplicationEnvironment) throws {
    let input = try InputFile(path, environment: environment)
    let text = try input.text()
    name = input.name
    self.text = text
    let folder = path == "-" ? "" : path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names = Organization.namedFiles(in: text)
    files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.read(folder + $0)) })
  }

  private static func read(_ path: String) -> NamedFile {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno == ENOENT ? "there is no such file" : String(cString: strerror(errno))
      return .unreadable(reason)
    }
    // A pipe or a device could keep us waiting for ever.
    guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable("it is no file") }
    guard status.st_size <= NamedFile.greatestSize else {
      return .unreadable("it is larger than \(NamedFile.greatestSize >> 20) MiB")
    }
    do {
      let text = try InputFile(file: path, limit: NamedFile.greatestSize).bytes
      return String(validating: text, as: UTF8.self).map { .text($0) }
        ?? .unreadable("it is not UTF-8 text: \(InputFile.whereItEnds(text))")
    } catch {
      return .unreadable("\((error as? EngineError)?.message ?? "\(error)")")
    }
  }
}
