// Short words for what tests look at in notifications.

import Foundation
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension Bench {
  /// "completed: NO-000001 “Trip” is approved.", the oldest first.
  func told(_ person: PersonID) throws -> [String] {
    try store.read { try $0.notifications(NotificationQuery(of: person, limit: 500)) }
      .reversed().map { "\($0.event.rawValue): \($0.wholeText)" }
  }

  /// The events alone.
  func events(toldTo person: PersonID) throws -> [NotificationEvent] {
    try store.read { try $0.notifications(NotificationQuery(of: person, limit: 500)) }
      .reversed().map(\.event)
  }

  /// Replaces the organisation by the usual one with more lines.
  func load(_ more: String) throws {
    try engine.loadOrganization(
      Self.organization + "\n" + more, file: "organization.yaml", by: Self.root)
  }

  /// Runs deliveries until none is due.
  func deliver() throws { try engine.deliver() }

  /// "N-000003 mail delivered", the oldest first; a reason behind it.
  func deliveries() throws -> [String] {
    try store.read { try $0.deliveries(DeliveryQuery(of: nil, limit: 500)) }.reversed().map {
      "\($0.person) \($0.transport.rawValue) \($0.state.rawValue) \($0.attempts)"
        + ($0.error.map { ": \($0)" } ?? "")
    }
  }
}

/// A folder with a program of a test, gone with the test.
final class ProgramFolder {
  let path: String
  var program: String { path + "/program" }

  /// - Parameter script: the body of a shell script; `$DIR` is the folder.
  init(_ script: String) throws {
    path = NSTemporaryDirectory() + "countersign-notify-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try replace(script)
  }

  func replace(_ script: String) throws {
    try "#!/bin/sh\nDIR='\(path)'\n\(script)\n".write(
      toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
  }

  func text(_ name: String) -> String {
    (try? String(contentsOfFile: path + "/" + name, encoding: .utf8)) ?? ""
  }

  func lines(_ name: String) -> [String] { text(name).split(separator: "\n").map(String.init) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
