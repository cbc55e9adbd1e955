// Identifiers print, parse and code as people and the store expect.

import Foundation
import Testing
import Workflow

@Suite struct IdentifierTests {
  @Test("A numbered identifier prints six digits, more when needed")
  func printing() {
    #expect(InstanceID(7).description == "I-000007")
    #expect(WorkItemID(12_345_678).description == "W-12345678")
  }

  @Test(
    "Parsing ignores case and leading zeros",
    arguments: [
      ("I-000007", 7), ("i-7", 7), ("I-0000000000007", 7), ("i-9223372036854775807", .max),
    ]
      as [(String, Int64)])
  func parsing(text: String, number: Int64) {
    #expect(InstanceID(parsing: text)?.number == number)
  }

  @Test(
    "Anything else is no identifier",
    arguments: [
      "", "I-", "I7", "W-7", "I--7", "I-7x", "I-+7", " I-7", "I-9223372036854775808", "I-٧",
    ])
  func notParsing(text: String) {
    #expect(InstanceID(parsing: text) == nil)
  }

  @Test("Identifiers code as plain strings and integers")
  func coding() throws {
    let encoder = JSONEncoder()
    #expect(
      String(decoding: try encoder.encode(["a": PersonID("frank")]), as: UTF8.self)
        == #"{"a":"frank"}"#)
    #expect(String(decoding: try encoder.encode([InstanceID(7)]), as: UTF8.self) == "[7]")
    #expect(try JSONDecoder().decode([PersonID].self, from: Data(#"["sue"]"#.utf8)) == ["sue"])
    let path = ElementPath(["checks", "budget", "check-budget"])
    let coded = try JSONDecoder().decode([ElementPath].self, from: encoder.encode([path]))
    #expect(coded == [path])
  }

  @Test("A path knows its name and its parent")
  func paths() {
    let path = ElementPath(parsing: "checks/budget")
    #expect(path.name == "budget")
    #expect(path.parent == ElementPath(["checks"]))
    #expect(path.parent?.parent == .root)
    #expect(ElementPath.root.parent == nil)
    #expect(path.appending("x").description == "checks/budget/x")
  }

  @Test(
    "Every spelling of a word is the same word",
    arguments: ["signing-limit", "signing_limit", "signingLimit"])
  func spellings(spelling: String) {
    let word = Word(spelling)
    #expect(word.hyphenated == "signing-limit")
    #expect(word.underscored == "signing_limit")
    #expect(word.lowerCamelCased == "signingLimit")
  }
}
