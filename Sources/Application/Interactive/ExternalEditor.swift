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

  /// - Parameters:
  ///   - line: where the cursor is to be; editors that do not take `+LINE` begin at the top.
  ///   - file: the name of the file, by whose ending an editor knows the language.
  /// - Returns: the text as it was left; nil when the editor ended with an error, which means
  ///   that nothing should change.
  func edit(_ text: String, line: Int?, file: String) -> Result<String?, EngineError> {
    do { return .success(try editing(text, line: line, file: file)) } catch let error as EngineError
    {
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

  /// The editors that take `+LINE` before the file.
  private static let takeLines: Set<String> = [
    "vi", "vim", "nvim", "view", "gvim", "vim.basic", "vim.tiny", "nvi", "elvis", "vile", "nano",
    "rnano", "pico", "emacs", "emacsclient", "mg", "jed", "joe", "jmacs", "jstar", "micro", "kak",
    "ne", "zile", "mcedit", "gedit", "kate",
  ]

  /// `+12`, where the editor takes it.
  private func place(_ line: Int?) -> String? {
    guard let line, line > 1 else { return nil }
    let program = command.split(separator: " ").first.map(String.init) ?? ""
    let name = program.split(separator: "/").last.map(String.init) ?? program
    return Self.takeLines.contains(name) ? "+\(line)" : nil
  }

  private func editing(_ text: String, line: Int?, file name: String) throws -> String? {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    // The command may have arguments of its own; the file's name is never read as a command.
    let editor = ForegroundCommand(
      line: command + " \"$@\"", arguments: [place(line), file].compactMap { $0 },
      environment: variables, errors: errors)
    guard try editor.run() == 0 else { return nil }
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
