// A world for whole commands: a folder of its own, text in and out, no terminal.

import ApplicationRuntime
import Expenses
import Foundation
import Workflow

@testable import Application

/// Runs commands as the program does, in this process.
final class World {
  struct Ran {
    let status: ExitStatus
    let output: String
    let errors: String

    /// The output as JSON, or null when it is none.
    var json: JSON { (try? JSON(parsing: output)) ?? .null }
    var lines: [JSON] {
      output.split(separator: "\n").map { (try? JSON(parsing: String($0))) ?? .null }
    }
    var errorCode: String? { (try? JSON(parsing: errors))?["error"]?["code"]?.string }
  }

  let folder: String
  var login = "carol"
  var userNumber: UInt32 = getuid()
  var variables: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/application-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A world with the sample organisation in its store.
  static func sample(testClock: Bool = false) throws -> World {
    let world = try World()
    world.variables["COUNTERSIGN_STORE"] = world.store
    _ = world.run(["init", "--sample"] + (testClock ? ["--test-clock"] : []))
    return world
  }

  var store: String { folder + "/store.sqlite" }

  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  @discardableResult
  func run(_ arguments: String..., input: String = "") -> Ran { run(arguments, input: input) }

  @discardableResult
  func run(_ arguments: [String], input: String = "") -> Ran {
    let output = TextCollector()
    let errors = TextCollector()
    let status = Application.perform(
      arguments,
      in: ApplicationEnvironment(
        types: [ExpenseReport()], variables: variables, login: login, userNumber: userNumber,
        isInputTerminal: false, isOutputTerminal: false, columns: nil,
        input: TextSource(input), output: output, errors: errors, clock: SystemClock()))
    return Ran(status: status, output: output.text, errors: errors.text)
  }

  /// Makes a report of one line and returns its id.
  func makeReport(by person: String, amount: String, date: String = "2026-03-02") -> String {
    let report = """
      {"purpose":"Visit","costCenter":"4100","lines":[{"date":"\(date)","category":"travel",\
      "merchant":"DSB \(amount)","amount":"\(amount)","receipts":["r.pdf"]}]}
      """
    let ran = run(
      "report", "new", "--file", "-", "--as", person, "--output", "json", input: report)
    return ran.json["item"]?["id"]?.string ?? ""
  }
}

final class TextCollector: TextSink {
  var text = ""
  func write(_ text: String) { self.text += text }
  func flush() {}
}

final class TextSource: ByteSource {
  private var bytes: ArraySlice<UInt8>
  init(_ text: String) { bytes = ArraySlice(text.utf8) }
  var isReady: Bool { true }

  func read(_ limit: Int) -> [UInt8] {
    let part = bytes.prefix(limit)
    bytes = bytes.dropFirst(limit)
    return Array(part)
  }
}
