// The history leaves as XES and CSV, whole and harmless (SPEC 11).

import Foundation
import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ExportTests {
  private func events(_ bench: Bench) throws -> [ExportedEvent] {
    var events: [ExportedEvent] = []
    try bench.engine.exportHistory(as: Bench.root) { events.append($0) }
    return events
  }

  private func xes(_ events: [ExportedEvent]) throws -> String {
    var text = ""
    var writer = XESWriter { text += $0 }
    try writer.begin()
    for event in events { try writer.add(event) }
    try writer.end()
    return text
  }

  @Test("every entry is exported once, case by case")
  func complete() throws {
    let bench = try VerificationTests.lived()
    let events = try events(bench)
    #expect(
      Set(events.map(\.row.sequence)) == Set(bench.store.tables.history.map(\.sequence)))
    #expect(events.count == bench.store.tables.history.count)
    #expect(events.map(\.document.document) == events.map(\.document.document).sorted())
    #expect(throws: EngineError.self) {
      try bench.engine.exportHistory(as: Actor("sam")) { _ in }
    }
  }

  @Test("XES has one trace for each document and one event for each entry")
  func traces() throws {
    let bench = try VerificationTests.lived()
    let events = try events(bench)
    let text = try xes(events)
    let document = try XMLDocument(xmlString: text)
    #expect(try document.nodes(forXPath: "//*[local-name()='trace']").count == 3)
    #expect(try document.nodes(forXPath: "//*[local-name()='event']").count == events.count)
    let names = try document.nodes(
      forXPath: "//*[local-name()='event']/*[@key='concept:name']/@value")
    #expect(names.compactMap(\.stringValue) == events.map(\.activity))
    for key in ["time:timestamp", "org:resource", "lifecycle:transition"] {
      let found = try document.nodes(
        forXPath: "//*[local-name()='event']/*[@key='\(key)']")
      #expect(found.count == events.count, "\(key)")
    }
  }

  @Test("control characters and markup are escaped in XES and CSV")
  func escaping() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let comment = "<a & \"b\">\u{7}\u{0}\n\u{FFFE}]]>"
    try bench.engine.perform(
      ActionRequest(.comment, .document(id), comment: comment), by: Actor("sam"))
    let events = try events(bench)
    let document = try XMLDocument(xmlString: try xes(events))
    let found = try document.nodes(forXPath: "//*[@key='comment']/@value").last?.stringValue
    #expect(found == "<a & \"b\">\\u0007\\u0000\n\\ufffe]]>")
    var text = ""
    let writer = CSVWriter { text += $0 }
    try writer.begin()
    for event in events { try writer.add(event) }
    #expect(text.contains("\"<a & \"\"b\"\">\\u0007\\u0000\n"))
    let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\r" }
    #expect(controls.isEmpty)
  }

  @Test(
    "CSV fields follow RFC 4180, and none is run as a formula",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""),
      ("@SUM(A1)", "\"'@SUM(A1)\""), ("\t=1", "\"'\\u0009=1\""), ("a=1", "a=1"),
    ])
  func fields(_ text: String, _ field: String) {
    #expect(CSVWriter.field(text) == field)
  }
}
