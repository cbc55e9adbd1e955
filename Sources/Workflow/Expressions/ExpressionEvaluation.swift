// Walks the compiled expression once, with a bound on the work.
import Foundation

struct ExpressionEvaluation {
  /// How many parts may be evaluated: enough for conditions on every pair of 500 lines.
  static let greatestWork = 1_000_000

  let scope: TypeScope
  let read: (FieldReference) throws -> Value
  private var elements: [(record: Record, fields: [String: ValueType]?)] = []
  private var work = 0

  init(scope: TypeScope, read: @escaping (FieldReference) throws -> Value) {
    self.scope = scope
    self.read = read
  }

  mutating func value(of node: ExpressionNode) throws -> Value {
    work += 1
    switch node {
    case .literal(let value): return value
    case .read(let reference, let offset): return try value(of: reference, at: offset)
    case .list(let nodes, _): return .list(try nodes.map { try value(of: $0) })
    case .not(let inner, let offset): return .bool(!(try truth(of: inner, at: offset)))
    case .both(let left, let right, let offset):
      guard try truth(of: left, at: offset) else { return .bool(false) }
      return .bool(try truth(of: right, at: offset))
    case .either(let left, let right, let offset):
      if try truth(of: left, at: offset) { return .bool(true) }
      return .bool(try truth(of: right, at: offset))
    case .compare(let comparison, let left, let right, let offset):
      let left = try value(of: left)
      let right = try value(of: right)
      count(left, right)
      return .bool(try comparison.holds(left, right, at: offset))
    case .contains(let inner, in: let list, let offset):
      let inner = try value(of: inner)
      let list = try value(of: list)
      count(inner, list)
      let values = list.list ?? []
      return .bool(try values.contains { try Comparison.equal.holds(inner, $0, at: offset) })
    case .arithmetic(let operation, let left, let right, let offset):
      let left = try value(of: left)
      let right = try value(of: right)
      count(left, right)
      return try operation.result(left, right, at: offset)
    case .negate(let inner, let offset):
      return try ArithmeticOperator.multiply.result(value(of: inner), .number(-1), at: offset)
    case .aggregate(let aggregate, of: let reference, let body, let offset):
      return try value(of: aggregate, of: reference, body, at: offset)
    }
  }

  private mutating func truth(of node: ExpressionNode, at offset: Int) throws -> Bool {
    switch try value(of: node) {
    case .bool(let truth): return truth
    case .none: return false
    case let other:
      throw ExpressionError(
        .typesDiffer, "a condition is true or false, but this is \(other.kind)", at: offset)
    }
  }

  private mutating func value(of reference: FieldReference, at offset: Int) throws -> Value {
    let first = reference.path[0]
    for (record, fields) in elements.reversed() {
      var value = record[first]
      if value.isNone, fields?[first] == nil { continue }
      for word in reference.path.dropFirst() { value = value.record?[word] ?? .none }
      return value
    }
    return try read(reference)
  }

  private mutating func value(
    of aggregate: Aggregate, of reference: FieldReference, _ body: ExpressionNode?, at offset: Int
  ) throws -> Value {
    let list = try value(of: reference, at: offset).list ?? []
    guard let body else { return .number(Decimal(list.count)) }
    var result: Value =
      switch aggregate {
      case .any: .bool(false)
      case .all: .bool(true)
      case .count: .number(0)
      case .sum, .min, .max: .none
      }
    let fields = fields(of: reference)
    for element in list {
      guard work < Self.greatestWork else {
        throw ExpressionError(.tooLarge, "there are too many lines for this condition", at: offset)
      }
      elements.append((element.record ?? Record(), fields))
      defer { elements.removeLast() }
      switch aggregate {
      case .any: if try truth(of: body, at: offset) { return .bool(true) }
      case .all: if try !truth(of: body, at: offset) { return .bool(false) }
      case .count:
        if try truth(of: body, at: offset) { result = .number((result.number ?? 0) + 1) }
      case .sum, .min, .max:
        let next = try value(of: body)
        result = try aggregate.combine(result, next, at: offset)
      }
    }
    return aggregate == .sum && result.isNone ? zero(of: body, fields) : result
  }

  /// The sum of no lines: no time, or a plain zero, which any currency takes.
  private func zero(of body: ExpressionNode, _ fields: [String: ValueType]?) -> Value {
    var typing = ExpressionTyping(scope: scope.adding(fields ?? [:]), source: "")
    return (try? typing.type(of: body)) == .duration ? .duration(.zero) : .number(0)
  }

  /// Work that grows with the size of values: long texts and long lists count as more than one part.
  private mutating func count(_ left: Value, _ right: Value) {
    for value in [left, right] {
      switch value {
      case .text(let text): work += text.utf8.count / 64
      case .list(let values): work += values.count
      default: break
      }
    }
  }

  private func fields(of reference: FieldReference) -> [String: ValueType]? {
    var type: ValueType?
    for (_, fields) in elements.reversed() where type == nil {
      type = fields.flatMap { TypeScope(names: $0).type(of: reference.path) }
    }
    guard case .list(of: .record(let fields)) = type ?? scope.type(of: reference.path) else {
      return nil
    }
    return fields
  }
}

extension Aggregate {
  /// The sum, smallest or largest so far; empty values are passed over.
  func combine(_ result: Value, _ next: Value, at offset: Int) throws(ExpressionError) -> Value {
    guard !next.isNone else { return result }
    guard !result.isNone else { return next }
    switch self {
    case .sum: return try ArithmeticOperator.add.result(result, next, at: offset)
    case .min: return try Comparison.less.holds(next, result, at: offset) ? next : result
    case .max: return try Comparison.greater.holds(next, result, at: offset) ? next : result
    case .count, .any, .all: return result
    }
  }
}
