// Templates: placeholders, braces, mistakes.

import Testing
import Workflow

@Suite struct TemplateTests {
  @Test(
    "Placeholders are filled in and double braces are braces",
    arguments: [
      ("Receipts of {document.title}", "Receipts of Trip"),
      ("{total} in {country}", "1,204.50 EUR in DK"),
      ("{{{country}}}", "{DK}"), ("", ""), ("no placeholder", "no placeholder"), ("{{}}", "{}"),
      ("{cost_center}{cost-center}{costCenter}{cost center}", "4100410041004100"),
      ("é{country}€", "éDK€"),
    ])
  func rendering(source: String, expected: String) throws {
    #expect(try Template(source).render(ExpressionTestScope.read) == expected)
  }

  @Test("A placeholder that cannot be read stays")
  func unreadable() throws {
    struct Gone: Error {}
    #expect(try Template("a {b.c} d").render { _ in throw Gone() } == "a {b.c} d")
  }

  @Test(
    "Mistakes are told with their offset",
    arguments: [
      ("a {b", 2), ("a } b", 2), ("{}", 1), ("{a  b}", 1), ("{ a}", 1), ("{a..b}", 1),
      ("é {1+1}", 4),
    ])
  func mistakes(source: String, offset: Int) throws {
    let error = #expect(throws: ExpressionError.self) { try Template(source) }
    #expect(error?.offset == offset)
  }

  @Test("References come once each")
  func references() throws {
    #expect(
      try Template("{a}{b.c}{a}").references == [
        FieldReference(["a"]), FieldReference(["b", "c"]),
      ])
  }
}
