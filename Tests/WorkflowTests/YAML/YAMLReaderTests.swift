// The YAML reader: places, and everything that hostile files try.

import Testing
import Workflow

@Suite struct YAMLReaderTests {
  private func findings(_ yaml: String) -> [Finding] {
    WorkflowDefinition.parse(yaml, file: "w.yaml").findings
  }

  @Test(
    "What is not YAML is told with its place",
    arguments: [
      ("title: a: b", "1:9 this is not YAML: mapping values are not allowed"),
      ("title: x\n\tpriority: 1", "2:1 this is not YAML"),
      ("title: \"abc", "1:12 this is not YAML"),
      ("title: [a, b", "2:1 this is not YAML"), ("a: b\n c: d", "2:3 this is not YAML"),
      ("title: x\nother: a\u{1}b", "2:9 this is not YAML: control characters"),
    ])
  func syntax(yaml: String, place: String) {
    let found = findings(yaml)
    #expect(found.count == 1 && found[0].place.hasPrefix(place), "\(found.map(\.description))")
    #expect(found.first?.remedy.isEmpty == false)
  }

  @Test("A mark of the encoding at the beginning of a file is passed over")
  func mark() throws {
    let yaml = "workflow: w\ntitle: T\ntype: note\nelements: [ { task: t, assign: { user: a } } ]"
    let (definition, found) = WorkflowDefinition.parse("\u{FEFF}" + yaml, file: "w.yaml")
    #expect(found.isEmpty && definition?.title == "T", "\(found)")
    let wrong = findings("\u{FEFF}workflow: w\ntitel: T")
    #expect(wrong.contains { $0.place.hasPrefix("2:1 unknown key `titel`") }, "\(wrong)")
  }

  @Test("An empty file, a list and a second document are refused")
  func shapes() {
    #expect(findings("").map(\.message) == ["the file is empty"])
    #expect(findings("# only a comment").map(\.message) == ["the file is empty"])
    #expect(findings("- a").first?.message.contains("expected a mapping") == true)
    #expect(
      findings("a: 1\n---\nb: 2").contains {
        $0.message.contains("second document") && $0.location.line == 2
      })
  }

  @Test("Depth is bounded")
  func depth() {
    for yaml in [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 20_000), String(repeating: "? ", count: 5000),
    ] {
      #expect(
        findings(yaml).contains { $0.message.contains("nested more than 32 deep") },
        "\(yaml.prefix(4)) \(findings(yaml))")
    }
  }

  @Test("Anchors and aliases are refused, so nothing multiplies")
  func aliases() {
    let lol = """
      a: &a [x, x, x, x]
      b: &b [*a, *a, *a, *a]
      c: [*b, *b]
      """
    let found = findings(lol).filter { $0.message.contains("anchors") }
    #expect(
      found.map { "\($0.location.line):\($0.location.column)" }.prefix(3) == ["1:4", "2:4", "2:8"])
  }

  @Test("Tags, keys that are no words and duplicate keys are told with their place")
  func oddities() {
    #expect(findings("title: !!str x").contains { $0.place.hasPrefix("1:8 tags") })
    #expect(
      findings("? [a]\n: b").contains { $0.place.hasPrefix("1:3 a key must be a single word") })
    let duplicates = findings("title: a\ntype: b\ntitle: c\ntype: d").filter {
      $0.message.contains("twice")
    }
    #expect(
      duplicates.map(\.place) == [
        "3:1 the key `title` is there twice", "4:1 the key `type` is there twice",
      ])
  }

  @Test("A file that is too large is refused, and many mistakes are cut off")
  func size() {
    #expect(
      findings(String(repeating: "#\n", count: 600_000)).map(\.message) == [
        "the file is larger than 1 MiB"
      ])
    let many = (0..<5000).map { "key\($0): 1" }.joined(separator: "\n")
    #expect(findings(many).count <= 100)
  }

  @Test("No control character of a file reaches a finding")
  func controls() {
    let yaml =
      "\"ti\\e[31mtle\": x\nowner: y\ntype: \"a\\u2028\\u202Eb\"\nelements: [ { \"\\e]0;x\\a\": 1 } ]"
    let found = findings(yaml)
    #expect(!found.isEmpty)
    for finding in found {
      #expect(
        finding.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
  }

  @Test("Places inside quoted and multi-line texts")
  func places() {
    func place(_ value: String) -> String? {
      let found = findings("activation: \(value)").first {
        $0.message.contains("not an expression")
      }
      return found.map { "\($0.location.line):\($0.location.column)" }
    }
    #expect(place("a = 1") == "1:15")
    #expect(place("\"a = 1\"") == "1:16")
    #expect(place("'é = 1'") == "1:14")
    #expect(place("\"\\x61 = 1\"") == "1:14")
    #expect(place("|\n  a\n  = 1") == "1:13")
  }

  @Test("Random changes of a good file never crash")
  func mutations() {
    let bytes = Array(DefinitionTestFiles.workflow.utf8)
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("{}[]:-,\"'&*!|>?%@` \n\t#a0".utf8)
    for _ in 0..<150 {
      var changed = bytes
      for _ in 0..<3 { changed[next(changed.count)] = alphabet[next(alphabet.count)] }
      let yaml = String(decoding: changed, as: UTF8.self)
      let (definition, found) = WorkflowDefinition.parse(yaml, file: "w.yaml")
      #expect((definition == nil) == found.contains { $0.severity == .error })
      #expect(found.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 })
    }
  }
}
