// A text in the person's own editor.

import ApplicationRuntime
import Foundation
import Workflow

/// Runs `$VISUAL` or `$EDITOR` on a text in a file that only this person can read.
struct ExternalEditor: Sendable {
  let variables: [String: String]
  /// Where its errors go: the terminal, though those of the program go to the log.
  var errors: Int32?

  private static let largest = 1 << 20

  /// - Returns: the text as it was left; nil when the editor ended with an error, which means
  ///   that nothing should change.
  func edit(_ text: String) -> Result<String?, EngineError> {
    do { return .success(try editing(text)) } catch let error as EngineError {
      return .failure(error)
    } catch {
      return .failure(EngineError(.internal, "The editor could not be run: \(error)"))
    }
  }

  private var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = variables[name], value.contains(where: { !$0.isWhitespace }) { return value }
    }
    return "vi"
  }

  private func editing(_ text: String) throws -> String? {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/comment.txt"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The command may have arguments of its own; the file's name is never read as a command.
    process.arguments = ["-c", command + " \"$1\"", "sh", file]
    process.environment = variables
    if let errors {
      process.standardError = FileHandle(fileDescriptor: errors, closeOnDealloc: false)
    }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    guard data.count <= Self.largest, let edited = String(data: data, encoding: .utf8) else {
      throw EngineError(.badData, "What the editor left is too long, or no UTF-8 text.")
    }
    // Editors end a file with a line end that nobody typed.
    return edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }

  private func temporaryFolder() throws -> String {
    let base = FileManager.default.temporaryDirectory.path
    var template = Array((base + "/countersign-edit-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw EngineError(.cannotCreate, "A folder in \(base) cannot be made.")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
