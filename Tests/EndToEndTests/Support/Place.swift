// A folder of its own for a test, with a store, and the program run in it.

import Foundation
import Testing
import Workflow

/// A place for one test. It is removed at the test's end.
final class Place {
  struct Ran {
    /// The exit status; 1000 and more for a signal.
    let status: Int32
    let output: String
    let errors: String

    /// The output as JSON, or null when it is none.
    var json: JSON { (try? JSON(parsing: output)) ?? .null }
    var item: JSON { json["item"] ?? .null }
    var items: [JSON] { json["items"]?.array ?? [] }
    /// The sentence of the error in JSON.
    var error: JSON { (try? JSON(parsing: errors))?["error"] ?? .null }
    var errorCode: String? { error["code"]?.string }
  }

  struct Overdue: Error, CustomStringConvertible {
    let description: String
  }

  /// So long one command may take, on a machine that is busy with other things.
  private static let patience = Duration.seconds(120)

  let folder: String
  var store: String
  private var count = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/end-to-end-" + UUID().uuidString
    store = folder + "/store/store.sqlite"
    for name in ["", "/data", "/config", "/state", "/home"] {
      try FileManager.default.createDirectory(
        atPath: folder + name, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A place with the sample organisation in its store.
  static func sample(_ options: String...) throws -> Place {
    let place = try Place()
    let made = try place.run(["init", "--sample"] + options)
    try #require(made.status == 0, "\(made.errors)")
    return place
  }

  private var variables: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder + "/home", "XDG_DATA_HOME": folder + "/data",
      "XDG_CONFIG_HOME": folder + "/config", "XDG_STATE_HOME": folder + "/state",
      "LC_ALL": "C.UTF-8",
    ]
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func file(_ name: String, bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Runs a command on the store to its end.
  @discardableResult
  func run(_ words: String..., input: String = "") throws -> Ran { try run(words, input: input) }

  @discardableResult
  func run(_ words: [String], input: String = "") throws -> Ran {
    try finish([Repository.binary] + words + ["--store", store], input: input)
  }

  /// The same, with the answer in JSON.
  @discardableResult
  func ask(_ words: String..., input: String = "") throws -> Ran {
    try run(words + ["--output", "json"], input: input)
  }

  /// Runs a command through the shell, which may set limits first; `"$@"` is the command.
  func run(_ words: [String], after setUp: String) throws -> Ran {
    try finish(
      ["/bin/sh", "-c", setUp + "; exec \"$@\"", "sh", Repository.binary] + words
        + ["--store", store])
  }

  /// Starts a command that goes on by itself; its output goes to a file of that name.
  func start(
    _ name: String, _ words: [String], inputFile: String? = nil, isJob: Bool = false
  ) throws -> RunningProgram {
    try RunningProgram(
      [Repository.binary] + words + ["--store", store], variables: variables,
      input: inputFile ?? "/dev/null", output: folder + "/\(name).out",
      errors: folder + "/\(name).err", isJob: isJob)
  }

  func output(_ name: String) throws -> String {
    String(decoding: try bytes(folder + "/\(name).out"), as: UTF8.self)
  }

  func errors(_ name: String) throws -> String {
    String(decoding: try bytes(folder + "/\(name).err"), as: UTF8.self)
  }

  private func finish(_ words: [String], input: String = "") throws -> Ran {
    count += 1
    let name = folder + "/command-\(count)"
    defer {
      for end in ["in", "out", "err"] {
        try? FileManager.default.removeItem(atPath: "\(name).\(end)")
      }
    }
    try input.write(toFile: "\(name).in", atomically: false, encoding: .utf8)
    let program = try RunningProgram(
      words, variables: variables, input: "\(name).in", output: "\(name).out",
      errors: "\(name).err")
    guard let status = program.waitForEnd(within: Self.patience) else {
      throw Overdue(description: "\(words.joined(separator: " ")) did not end")
    }
    return Ran(
      status: status, output: String(decoding: try bytes("\(name).out"), as: UTF8.self),
      errors: String(decoding: try bytes("\(name).err"), as: UTF8.self))
  }
}
