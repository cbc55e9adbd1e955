// What a line of a batch may be.

import ApplicationRuntime
import Testing

@testable import Application

struct BatchLineTests {
  @Test("A line is read as INTERFACE 3 shows it")
  func example() throws {
    let line = try BatchLine(
      #"{"as":"sam","do":"approve","document":"ER-000012","comment":"ok","at":"2026-03-01T09:00:00Z"}"#
    )
    #expect(line.work == .act(.approve))
    #expect(line.actingAs == "sam" && line.document == "ER-000012" && line.comment == "ok")
    #expect(line.at?.iso8601 == "2026-03-01T09:00:00Z")
  }

  @Test(
    "A command's name may be spelt with hyphens or in one word",
    arguments: [
      ("request-change", Action.requestChange), ("requestChange", .requestChange),
      ("instance cancel", .cancel), ("cancel", .cancel), ("resume", .resume),
    ])
  func names(_ name: String, _ action: Action) throws {
    #expect(try BatchLine(#"{"do":"\#(name)","item":"W-1"}"#).work == .act(action))
  }

  @Test(
    "What is wrong is named",
    arguments: [
      (#"{"do":"approve""#, "column"), (#"[]"#, "object"), (#"{}"#, "do"),
      (#"{"do":"fly"}"#, "fly"), (#"{"do":"edit"}"#, "edit"), (#"{"do":7}"#, "do"),
      (#"{"do":"approve","itm":"W-1"}"#, "itm"), (#"{"do":"approve","at":"soon"}"#, "soon"),
      (#"{"do":"report new"}"#, "report"), (#"{"do":"report set","fields":[]}"#, "fields"),
      (#"{"do":"approve","outcome":"great"}"#, "great"),
    ])
  func mistakes(_ text: String, _ named: String) {
    let error = #expect(throws: EngineError.self) { try BatchLine(text) }
    #expect(error?.message.contains(named) == true)
  }
}
