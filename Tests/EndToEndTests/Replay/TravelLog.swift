// Reads an XES event log: the cases with their amounts and events.

import Foundation
import Workflow

enum TravelLog {
  struct ReadError: Error, CustomStringConvertible {
    let description: String
  }

  /// The log of a compressed file.
  static func read(_ path: String, unpackedTo unpacked: String) throws -> [TravelCase] {
    let program = try RunningProgram(
      ["/bin/sh", "-c", "exec gzip -dc"], variables: ["PATH": "/usr/bin:/bin"], input: path,
      output: unpacked, errors: "/dev/null")
    guard program.waitForEnd(within: .seconds(60)) == 0 else {
      throw ReadError(description: "\(path) cannot be unpacked")
    }
    return try cases(of: Data(contentsOf: URL(fileURLWithPath: unpacked)))
  }

  /// Goes from tag to tag; the log has no text between them.
  static func cases(of data: Data) throws -> [TravelCase] {
    var reader = CaseReader()
    try data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      guard var position = bytes.baseAddress else { return }
      let end = position + bytes.count
      while let open = memchr(position, 0x3C, end - position),
        let close = memchr(open, 0x3E, UnsafeRawPointer(open).distance(to: end))
      {
        let tag = UnsafeRawBufferPointer(
          start: open + 1, count: UnsafeRawPointer(open).distance(to: close) - 1)
        try reader.take(String(decoding: tag, as: UTF8.self))
        position = UnsafeRawPointer(close) + 1
      }
    }
    return reader.cases
  }

  /// What was read of the case and the event that are open.
  private struct CaseReader {
    var cases: [TravelCase] = []
    private var name = ""
    private var amount = ""
    private var events: [TravelEvent] = []
    private var isInEvent = false
    private var eventName = ""
    private var eventTime: Timestamp?

    mutating func take(_ tag: String) throws {
      switch tag {
      case "trace":
        name = ""
        amount = ""
        events = []
      case "/trace":
        // Where times are equal, the order of the file holds.
        let ordered = events.enumerated().sorted {
          ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        cases.append(TravelCase(name: name, amount: amount, events: ordered.map(\.element)))
      case "event":
        isInEvent = true
        eventName = ""
        eventTime = nil
      case "/event":
        guard let eventTime else {
          throw ReadError(description: "\(name): an event has no time")
        }
        events.append(TravelEvent(name: eventName, at: eventTime))
        isInEvent = false
      default: attribute(tag)
      }
    }

    private mutating func attribute(_ tag: String) {
      let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count >= 4, parts[0].hasSuffix(" key="), parts[2] == " value=" else { return }
      let value = String(parts[3])
      switch (String(parts[1]), isInEvent) {
      case ("concept:name", true): eventName = value
      case ("time:timestamp", true): eventTime = Timestamp(iso8601: value)
      case ("concept:name", false): name = value
      case ("Amount", false): amount = value
      default: break
      }
    }
  }
}
