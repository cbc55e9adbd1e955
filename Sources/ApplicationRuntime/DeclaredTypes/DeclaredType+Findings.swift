// What a declared type finds wrong with a document: its schema, its calculations, its rules.

import Workflow
import WorkflowRuntime

extension DeclaredType {
  func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] {
    var fresh = content
    let obstacles = declaration.calculate(
      fields: &fresh.fields, lines: &fresh.lines, currency: context.organization.currency)
    return schema.findings(in: content, on: occasion)
      + obstacles.map {
        DocumentFinding(
          .error, rule: "calculation",
          message: "\($0.field.label) cannot be computed: \($0.reason)", line: $0.line,
          field: $0.field.name)
      } + declaration.rules.flatMap { findings(of: $0, in: content, context) }
  }

  private func findings(
    of rule: RuleDeclaration, in content: DocumentContent, _ context: ValidationContext
  ) -> [DocumentFinding] {
    let lines: [Int?] = rule.isAboutLines ? content.lines.indices.map { $0 } : [nil]
    return lines.compactMap { finding(of: rule, in: content, line: $0, context) }
  }

  private func finding(
    of rule: RuleDeclaration, in content: DocumentContent, line index: Int?,
    _ context: ValidationContext
  ) -> DocumentFinding? {
    let line = index.map { content.lines[$0] }
    let read = { (reference: FieldReference) -> Value in
      let first = reference.path[0]
      if let line {
        if schema.lineField(named: first) != nil { return line[first] }
        if first == "line" { return line[reference.path.last ?? ""] }
      }
      switch first {
      case "originator": return .text(context.originator.rawValue)
      case "today": return .day(context.today)
      default: return Self.value(of: reference, in: content)
      }
    }
    var scope = TypeScope(names: schema.fieldTypes)
      .adding(["lines": .list(of: .record(schema.lineFieldTypes))])
    if line != nil { scope = scope.adding(schema.lineFieldTypes) }
    var message = rule.message.render(read)
    do {
      guard try rule.when.holds(in: scope, read) else { return nil }
    } catch let error as ExpressionError where error.code == .absentValue {
      return nil
    } catch {
      message = "the rule “\(rule.name)” cannot be looked at: \(error)"
    }
    return DocumentFinding(
      rule.level == .error ? .error : .warning, rule: rule.name, message: message,
      line: index.map { $0 + 1 }, field: rule.field)
  }
}
