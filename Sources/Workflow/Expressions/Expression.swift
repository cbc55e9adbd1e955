/// A condition or a computation over a document's fields, compiled once and evaluated often.
///
///     let condition = try Expression("country == \"DK\" and total > 100 EUR")
///     try condition.holds { reference in record[reference.path[0]] }
///
/// The language (SPEC 13): `== != < <= > >=`, `and or not`, `in [..]`, `+ - * /`, texts in either
/// quotes, numbers, `100 EUR`, `2026-03-01`, `2 days`, `true false none`, field paths with points
/// and underscores, and `count count() sum() min() max() any() all()` of a list such as `lines`. It has no
/// loops and no side effects; length, depth, size and work are bounded.
///
/// An absent value equals only `none`, is never smaller or larger than anything, counts as false in
/// a condition, and cannot be computed with.
public struct Expression: Hashable, Sendable, CustomStringConvertible {
  /// The text that it was made of.
  public let source: String
  /// Where the text stands in a file; none when it was not read from one.
  let origin: TextOrigin?
  let root: ExpressionNode

  /// Compiles a text.
  ///
  /// - Throws: when it is not an expression or is too large; the offset says where.
  public init(_ source: String) throws(ExpressionError) {
    try self.init(source, origin: nil)
  }

  init(_ source: String, origin: TextOrigin?) throws(ExpressionError) {
    self.source = source
    self.origin = origin
    var parser = try ExpressionParser(source)
    root = try parser.whole()
  }

  /// The type of its value in this scope.
  ///
  /// - Throws: at the first unknown name and where types do not go together.
  public func type(in scope: TypeScope) throws(ExpressionError) -> ValueType {
    var typing = ExpressionTyping(scope: scope, source: source)
    return try typing.type(of: root)
  }

  /// Every path that it may read, each once, in the order in which they are written. A name inside
  /// `lines.any(…)` comes as a path of that list, `["lines", "amount"]`.
  public var references: [[String]] {
    var result: [[String]] = []
    func collect(_ node: ExpressionNode, inside list: [String]) {
      switch node {
      case .read(let reference, _):
        let path = list + reference.path
        if !result.contains(path) { result.append(path) }
      case .aggregate(_, of: let reference, let body, _):
        let path = list + reference.path
        if !result.contains(path) { result.append(path) }
        if let body { collect(body, inside: path) }
      case .literal: break
      case .list(let nodes, _): for node in nodes { collect(node, inside: list) }
      case .not(let node, _), .negate(let node, _): collect(node, inside: list)
      case .both(let left, let right, _), .either(let left, let right, _),
        .compare(_, let left, let right, _), .contains(let left, in: let right, _),
        .arithmetic(_, let left, let right, _):
        collect(left, inside: list)
        collect(right, inside: list)
      }
    }
    collect(root, inside: [])
    return result
  }

  /// Computes the value.
  ///
  /// - Parameters:
  ///   - scope: the types of the names. With them a line's empty field stays empty inside
  ///     `lines.any(…)`; without them it falls back to the header's field of the same name.
  ///   - read: gives the value of a path; `.none` for an empty field.
  /// - Throws: what `read` throws, and `ExpressionError` for a computation that has no result.
  public func evaluate(
    in scope: TypeScope = .empty, _ read: (FieldReference) throws -> Value
  ) throws -> Value {
    try withoutActuallyEscaping(read) { read in
      var evaluation = ExpressionEvaluation(scope: scope, read: read)
      return try evaluation.value(of: root)
    }
  }

  /// Whether the condition is true; an absent value counts as false.
  ///
  /// - Throws: as `evaluate`, and when the value is neither true nor false nor absent.
  public func holds(
    in scope: TypeScope = .empty, _ read: (FieldReference) throws -> Value
  ) throws -> Bool {
    let value = try evaluate(in: scope, read)
    switch value {
    case .bool(let truth): return truth
    case .none: return false
    default:
      throw ExpressionError(
        .typesDiffer, "a condition is true or false, but this is \(value.kind)", at: 0)
    }
  }

  /// Where an offset of the source stands in the file it was read from.
  public func location(at offset: Int = 0) -> SourceLocation? {
    origin?.location(of: source, at: offset)
  }

  public var description: String { source }

  public static func == (left: Expression, right: Expression) -> Bool {
    left.source == right.source
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
