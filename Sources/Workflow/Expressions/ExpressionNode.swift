// The compiled form of an expression. Offsets say where a part stands in the source.

indirect enum ExpressionNode: Sendable {
  case literal(Value)
  case read(FieldReference, offset: Int)
  case list([ExpressionNode], offset: Int)
  case not(ExpressionNode, offset: Int)
  case both(ExpressionNode, ExpressionNode, offset: Int)
  case either(ExpressionNode, ExpressionNode, offset: Int)
  case compare(Comparison, ExpressionNode, ExpressionNode, offset: Int)
  case contains(ExpressionNode, in: ExpressionNode, offset: Int)
  case arithmetic(ArithmeticOperator, ExpressionNode, ExpressionNode, offset: Int)
  case negate(ExpressionNode, offset: Int)
  case aggregate(Aggregate, of: FieldReference, ExpressionNode?, offset: Int)

  /// Calls the body for this node and every node in it.
  func visit(_ body: (ExpressionNode) -> Void) {
    body(self)
    switch self {
    case .literal, .read: break
    case .list(let nodes, _): for node in nodes { node.visit(body) }
    case .not(let node, _), .negate(let node, _): node.visit(body)
    case .both(let left, let right, _), .either(let left, let right, _),
      .compare(_, let left, let right, _), .contains(let left, in: let right, _),
      .arithmetic(_, let left, let right, _):
      left.visit(body)
      right.visit(body)
    case .aggregate(_, of: _, let inner, _): inner?.visit(body)
    }
  }
}

/// A comparison of two values.
enum Comparison: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  var isOrdering: Bool { self != .equal && self != .notEqual }
}

/// One of the four operations.
enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// What can be asked of a list.
enum Aggregate: String, Sendable, CaseIterable {
  case count, sum, min, max, any, all
}
