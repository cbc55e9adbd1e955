/// A part of a condition that is looked at as a whole: a comparison, an `in`, a truth value.
struct SimplePart {
  enum Kind {
    /// A computed value beside a fixed one.
    case comparison(of: String, Comparison, Value)
    /// Two computed values, in the order of their names, and the ways in which they can stand to
    /// each other at all.
    case relation(of: String, Relation, among: Relation)
    /// A computed value in a fixed list.
    case membership(of: String, [Value])
    /// Anything else that is true or false.
    case truth(of: String)
  }

  /// Equal for parts that are always true together.
  let key: String
  let kind: Kind
  /// Whether `holds` is meant the other way: `!=` is looked at as `not ==`.
  let isNegated: Bool

  init(_ node: ExpressionNode) {
    guard case .compare(.notEqual, let left, let right, let offset) = node else {
      self.init(node, isNegated: false)
      return
    }
    self.init(.compare(.equal, left, right, offset: offset), isNegated: true)
  }

  private init(_ node: ExpressionNode, isNegated: Bool) {
    self.isNegated = isNegated
    key = node.canonical
    switch node {
    case .compare(let comparison, let left, let right, _):
      if let value = right.constant {
        kind = .comparison(of: left.canonical, comparison, value)
      } else if let value = left.constant {
        kind = .comparison(of: right.canonical, comparison.exchanged, value)
      } else {
        kind = Self.relation(left.canonical, comparison, right.canonical)
      }
    case .contains(let part, in: let list, _):
      kind = list.constant?.list.map { .membership(of: part.canonical, $0) } ?? .truth(of: key)
    default: kind = .truth(of: key)
    }
  }

  private static func relation(_ left: String, _ comparison: Comparison, _ right: String) -> Kind {
    // A value stands to itself in the ways of `==` alone.
    let all: Relation = left == right ? Relation(.equal) : .any
    let relation = Relation(comparison).intersection(all)
    return left <= right
      ? .relation(of: "\(left) ? \(right)", relation, among: all)
      : .relation(of: "\(right) ? \(left)", relation.exchanged, among: all)
  }
}
