// The comment of an action: given, or written in an editor where a person sits.

import ApplicationRuntime
import Foundation

enum CommentText {
  /// The comment of `--comment`; where the action needs one and none is there, `$EDITOR` on a
  /// terminal, else a usage error.
  static func text(
    for action: Action, on targets: [String], context: CommandContext
  ) throws -> String? {
    let given = context.options.comment.flatMap { $0.isBlank ? nil : $0 }
    guard action.requiresComment, given == nil else { return given }
    let variables = context.environment.variables
    let editor = variables["VISUAL"] ?? variables["EDITOR"]
    guard context.environment.canPrompt, let editor, !editor.isBlank else {
      throw EngineError(.usage, "\(Words.status(action.rawValue)) needs a comment: --comment TEXT.")
    }
    let text = try edited(with: editor, about: targets, action: action)
    guard !text.isBlank else {
      throw EngineError(.usage, "The comment was left empty; nothing was done.")
    }
    return text
  }

  /// What a person wrote, without the lines that begin with `#`.
  private static func edited(
    with editor: String, about targets: [String], action: Action
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("countersign-\(UUID().uuidString).txt")
    let heading =
      "\n# The comment for: \(Words.status(action.rawValue)) "
      + targets.joined(separator: ", ") + "\n# Lines that begin with # are left out.\n"
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      guard
        FileManager.default.createFile(
          atPath: file.path, contents: Data(heading.utf8), attributes: [.posixPermissions: 0o600])
      else { throw EngineError(.internal, "\(file.path) cannot be written.") }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // The editor may be a command with options, as in EDITOR="code --wait".
      process.arguments = ["-c", "exec \(editor) \"$1\"", "editor", file.path]
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw EngineError(.interrupted, "The editor was left; nothing was done.")
      }
      return try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        .trimmingCharacters(in: .whitespacesAndNewlines)
    } catch let error as EngineError {
      throw error
    } catch {
      throw EngineError(.internal, "The editor “\(editor)”: \(error.localizedDescription)")
    }
  }
}
