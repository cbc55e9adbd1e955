// JSON: round trips, RFC 8259 to the letter, hostile input.

import Testing
import Workflow

@Suite struct JSONTests {
  @Test(
    "Compact JSON comes back as it was",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808",
      "9223372036854775808", "1.50", "1e400", "-0", "\"\"", #""a\"b\\c""#, "[]", "{}",
      #"{"b":1,"a":[1,{"x":null}],"":"é€😀"}"#, #""\n\r\t""#,
      #""\u0000\u001b\u007f\u0085\u2028\u2029""#,
    ])
  func roundTrip(text: String) throws {
    let json = try JSON(parsing: text)
    #expect(json.text == (text == "-0" ? "0" : text))
    #expect(try JSON(parsing: Array(text.utf8)) == json)
    #expect(try JSON(parsing: " \n\t\r" + text + " \n") == json)
  }

  @Test(
    "Escapes are read",
    arguments: [
      (#""\/\b\f""#, "/\u{08}\u{0C}"), (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00""#, "😀"),
      (#""a\u0041b""#, "aAb"),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try JSON(parsing: text).string == expected)
  }

  @Test(
    "What is not JSON is refused with its place",
    arguments: [
      ("", 1, 1), ("  ", 1, 3), ("nul", 1, 1), ("{\n  \"a\" 1}", 2, 7), ("[1,]", 1, 4),
      ("[1 2]", 1, 4), ("{\"a\":1,}", 1, 8), ("{a:1}", 1, 2), ("01", 1, 3), ("1.", 1, 3),
      ("-", 1, 2), ("+1", 1, 1), ("1e", 1, 3), ("\"a", 1, 3), ("\"a\nb\"", 1, 3),
      (#""\x""#, 1, 3), (#""\ud83d""#, 1, 8), (#""\ude00""#, 1, 8), (#""\u12g4""#, 1, 6),
      ("1 2", 1, 3), ("{\"a\":1,\"a\":2}", 1, 8), ("'a'", 1, 1), ("\"é\" x", 1, 5),
      ("NaN", 1, 1), ("[", 1, 2), ("{\"a\"", 1, 5),
    ] as [(String, Int, Int)])
  func refused(text: String, line: Int, column: Int) throws {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("Depth is bounded")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSON(parsing: nested(64)).text == nested(64))
    #expect(throws: JSONError.self) { try JSON(parsing: nested(65)) }
    #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONError.self) {
      try JSON(parsing: String(repeating: "{\"a\":", count: 100_000))
    }
  }

  @Test("Size is bounded by what the caller says")
  func size() throws {
    #expect(try JSON(parsing: "\"abc\"", limit: 5).string == "abc")
    #expect(throws: JSONError.self) { try JSON(parsing: "\"abcd\"", limit: 5) }
  }

  @Test("Bytes that are no UTF-8 are refused")
  func invalidUTF8() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF], [0x22, 0x5C],
    ] {
      #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
    }
  }

  @Test("A duplicate key among many is found")
  func manyKeys() throws {
    let members = (0..<5000).map { "\"k\($0)\":\($0)" }
    let text = "{" + members.joined(separator: ",") + "}"
    #expect(try JSON(parsing: text)["k4999"]?.integer == 4999)
    #expect(throws: JSONError.self) {
      try JSON(parsing: "{" + members.joined(separator: ",") + ",\"k7\":0}")
    }
  }

  @Test("Random bytes never crash and always give a value or a place")
  func hostile() {
    var state: UInt64 = 7
    let alphabet = Array(#"{}[]",:\u0019tfnle.-+E é"#.utf8) + [0x00, 0x1F, 0xFF, 0xC2, 0xE2]
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      do {
        let json = try JSON(parsing: bytes)
        #expect(try JSON(parsing: json.text) == json)
      } catch {
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
  }

  @Test("No control character leaves unescaped")
  func controls() {
    for value in UInt32(0)...0xA0 where value < 0x20 || (0x7F...0x9F).contains(value) {
      let scalar = Unicode.Scalar(value) ?? " "
      let text = JSON.string("a\(scalar)b").text
      #expect(
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }
  }

  @Test("Objects keep their order and can be changed")
  func objects() {
    var object: JSONObject = ["b": 1, "a": 2]
    object["c"] = "x"
    object["b"] = nil
    object["a"] = true
    #expect(JSON.object(object).text == #"{"a":true,"c":"x"}"#)
    #expect(JSON.decimal(12).text == "12")
  }
}
