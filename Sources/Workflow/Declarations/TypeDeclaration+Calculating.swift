// Computes the calculated fields of a document of a declared type.

extension TypeDeclaration {
  /// The fields that cannot be computed, with the reason; one for which something is not filled
  /// in yet is not among them.
  public struct Obstacle: Hashable, Sendable {
    public let field: Field
    /// The line, from 1; none for the header.
    public let line: Int?
    public let reason: String
  }

  /// Sets every calculated field; one that has no value is left empty.
  ///
  /// - Parameter currency: of an amount that is computed as a plain number.
  /// - Returns: what could not be computed.
  @discardableResult
  public func calculate(
    fields: inout Record, lines: inout [Record], currency: Currency
  ) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    let lineScope = TypeScope(names: schema.fieldTypes).adding(schema.lineFieldTypes)
    for index in lines.indices {
      for calculation in lineCalculations {
        let (header, line) = (fields, lines[index])
        let value = Self.value(calculation, line: index + 1, currency, lineScope, &obstacles) {
          schema.lineField(named: $0) == nil ? header[$0] : line[$0]
        }
        lines[index][calculation.field.name] = value
      }
    }
    let scope = TypeScope(names: schema.fieldTypes)
      .adding(["lines": .list(of: .record(schema.lineFieldTypes))])
    let list = Value.list(lines.map { .record($0) })
    for calculation in calculations {
      let header = fields
      fields[calculation.field.name] = Self.value(
        calculation, line: nil, currency, scope, &obstacles
      ) { $0 == "lines" ? list : header[$0] }
    }
    return obstacles
  }

  private static func value(
    _ calculation: Calculation, line: Int?, _ currency: Currency, _ scope: TypeScope,
    _ obstacles: inout [Obstacle], _ read: (String) -> Value
  ) -> Value {
    do {
      let value = try calculation.expression.evaluate(in: scope) { reference in
        reference.path.dropFirst().reduce(read(reference.path[0])) {
          $0.record?[$1] ?? .none
        }
      }
      if calculation.field.type == .money, let number = value.number {
        return .money(try Money(rounding: number, currency: currency))
      }
      return value
    } catch let error as ExpressionError where error.code == .absentValue {
      return .none
    } catch {
      obstacles.append(Obstacle(field: calculation.field, line: line, reason: "\(error)"))
      return .none
    }
  }
}
