// Mutated bytes of a whole workflow are read or refused, never more than that.

import Testing
import Workflow

@Suite struct WorkflowFuzzTests {
  /// A small generator of known numbers, so that a failure can be run again.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let words = [
    "- ", ": ", "{", "}", "[", "]", "\n", "  ", "\"", "'", "&a ", "*a", "!!x ", "|", ">", "#", "\t",
    "\u{0}", "é", "99999999999999999999", "-1", "true", "null", "limit: 2 days", "finally: reject",
    "escalate: [", "elements: [ { task: z, assign: { user: ann } } ]", "queue: by-size", "join: 2",
  ].map { Array($0.utf8) }

  private static func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: result.remove(at: place)
      case 2: result.insert(contentsOf: words.randomElement(using: &generator) ?? [], at: place)
      case 3:
        let end = min(result.count, place + Int.random(in: 1...200, using: &generator))
        result.removeSubrange(place..<end)
      default:
        let end = min(result.count, place + Int.random(in: 1...200, using: &generator))
        let to = Int.random(in: 0...result.count, using: &generator)
        result.insert(contentsOf: Array(result[place..<end]), at: to)
      }
    }
    return result
  }

  @Test("A mutated workflow gives findings with a place inside the file, or a definition")
  func mutations() throws {
    let original = Array(DefinitionTestFiles.wholeWorkflow.utf8)
    let whole = try #require(
      WorkflowDefinition.parse(DefinitionTestFiles.workflow, file: "w.yaml").definition)
    for seed in UInt64(1)...400 {
      var generator = Generator(state: seed)
      let text = String(decoding: Self.mutated(original, &generator), as: UTF8.self)
      let (definition, findings) = WorkflowDefinition.check(
        text, file: "w.yaml", in: RefusalFiles.context)
      let lineCount = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 2
      for finding in findings {
        #expect(
          finding.location.line >= 1 && finding.location.line <= lineCount
            && finding.location.column >= 1 && !finding.message.isEmpty && !finding.remedy.isEmpty,
          "seed \(seed): \(finding)")
        #expect(
          !finding.description.unicodeScalars.contains {
            $0.properties.generalCategory == .control
          },
          "seed \(seed): \(finding)")
      }
      if let definition { _ = definition.difference(from: whole) }
    }
  }
}
