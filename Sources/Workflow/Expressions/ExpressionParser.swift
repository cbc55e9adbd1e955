// A recursive-descent parser of bounded depth: or, and, not, comparison, sum, product, sign.
import Foundation

struct ExpressionParser {
  static let greatestLength = 4096
  static let greatestDepth = 32
  static let greatestNodeCount = 500
  static let greatestAggregateDepth = 2

  private let tokens: [ExpressionToken]
  private var position = 0
  private var depth = 0
  private var aggregateDepth = 0
  private var nodeCount = 0

  init(_ source: String) throws(ExpressionError) {
    guard source.utf8.count <= Self.greatestLength else {
      throw ExpressionError(
        .tooLarge, "an expression may have at most \(Self.greatestLength) bytes", at: 0)
    }
    tokens = try ExpressionToken.tokens(of: source)
  }

  mutating func whole() throws(ExpressionError) -> ExpressionNode {
    guard tokens.count > 1 else { throw ExpressionError(.syntax, "it is empty", at: 0) }
    let node = try alternative()
    guard next.kind == .end else { throw unexpected("an operator such as `and`") }
    return node
  }

  private var next: ExpressionToken { tokens[min(position, tokens.count - 1)] }

  private mutating func advance() { position += 1 }

  private mutating func take(sign: String) -> Bool {
    guard next.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard next.kind == .word(word) else { return false }
    advance()
    return true
  }

  private func unexpected(_ expected: String) -> ExpressionError {
    ExpressionError(.syntax, "expected \(expected), found \(next.shown)", at: next.offset)
  }

  /// Counts a node, so that the tree that is walked later is small.
  private mutating func made(_ node: ExpressionNode) throws(ExpressionError) -> ExpressionNode {
    nodeCount += 1
    guard nodeCount <= Self.greatestNodeCount else {
      throw ExpressionError(
        .tooLarge, "an expression may have at most \(Self.greatestNodeCount) parts",
        at: next.offset)
    }
    return node
  }

  private mutating func enter() throws(ExpressionError) {
    depth += 1
    guard depth <= Self.greatestDepth else {
      throw ExpressionError(
        .tooLarge, "nested more than \(Self.greatestDepth) deep", at: next.offset)
    }
  }

  private mutating func alternative() throws(ExpressionError) -> ExpressionNode {
    var left = try conjunction()
    while next.kind == .word("or") {
      let offset = next.offset
      advance()
      left = try made(.either(left, try conjunction(), offset: offset))
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> ExpressionNode {
    var left = try negation()
    while next.kind == .word("and") {
      let offset = next.offset
      advance()
      left = try made(.both(left, try negation(), offset: offset))
    }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> ExpressionNode {
    let offset = next.offset
    guard take(word: "not") else { return try comparison() }
    try enter()
    let node = try negation()
    depth -= 1
    return try made(.not(node, offset: offset))
  }

  private mutating func comparison() throws(ExpressionError) -> ExpressionNode {
    let left = try sum()
    let token = next
    if case .sign(let sign) = token.kind, let comparison = Comparison(rawValue: sign) {
      advance()
      let node = try made(.compare(comparison, left, try sum(), offset: token.offset))
      if case .sign(let sign) = next.kind, Comparison(rawValue: sign) != nil {
        throw ExpressionError(
          .syntax, "comparisons cannot be chained; join two of them with `and`", at: next.offset)
      }
      return node
    }
    if take(word: "in") {
      return try made(.contains(left, in: try sum(), offset: token.offset))
    }
    if token.kind == .word("not"), tokens[min(position + 1, tokens.count - 1)].kind == .word("in") {
      position += 2
      let inside = try made(.contains(left, in: try sum(), offset: token.offset))
      return try made(.not(inside, offset: token.offset))
    }
    return left
  }

  private mutating func sum() throws(ExpressionError) -> ExpressionNode {
    var left = try product()
    while case .sign(let sign) = next.kind, sign == "+" || sign == "-",
      let operation = ArithmeticOperator(rawValue: sign)
    {
      let offset = next.offset
      advance()
      left = try made(.arithmetic(operation, left, try product(), offset: offset))
    }
    return left
  }

  private mutating func product() throws(ExpressionError) -> ExpressionNode {
    var left = try signed()
    while case .sign(let sign) = next.kind, sign == "*" || sign == "/",
      let operation = ArithmeticOperator(rawValue: sign)
    {
      let offset = next.offset
      advance()
      left = try made(.arithmetic(operation, left, try signed(), offset: offset))
    }
    return left
  }

  private mutating func signed() throws(ExpressionError) -> ExpressionNode {
    let offset = next.offset
    guard take(sign: "-") else { return try primary() }
    try enter()
    let node = try signed()
    depth -= 1
    return try made(.negate(node, offset: offset))
  }

  private mutating func primary() throws(ExpressionError) -> ExpressionNode {
    let token = next
    switch token.kind {
    case .number(let digits):
      advance()
      return try made(.literal(try quantity(digits, at: token.offset)))
    case .text(let text):
      advance()
      return try made(.literal(.text(text)))
    case .day(let day):
      advance()
      return try made(.literal(.day(day)))
    case .word(let word):
      return try name(word)
    case .sign("("):
      advance()
      try enter()
      let node = try alternative()
      depth -= 1
      guard take(sign: ")") else { throw unexpected("`)`") }
      return node
    case .sign("["):
      advance()
      return try list(at: token.offset)
    case .sign, .end:
      throw unexpected("a value")
    }
  }

  private mutating func list(at offset: Int) throws(ExpressionError) -> ExpressionNode {
    try enter()
    var nodes: [ExpressionNode] = []
    if !take(sign: "]") {
      repeat { nodes.append(try sum()) } while take(sign: ",")
      guard take(sign: "]") else { throw unexpected("`,` or `]`") }
    }
    depth -= 1
    return try made(.list(nodes, offset: offset))
  }

  /// A number, or with a word after it an amount (`100 EUR`) or a duration (`2 days`).
  private mutating func quantity(_ digits: String, at offset: Int) throws(ExpressionError) -> Value
  {
    if case .word(let word) = next.kind {
      if let size = Duration.microseconds(inUnit: word) {
        guard let duration = Duration(words: digits + " " + word) else {
          throw ExpressionError(
            .syntax, "a duration has a whole number that fits, such as `2 days`; this is \(size)",
            at: offset)
        }
        advance()
        return .duration(duration)
      }
      if word.utf8.count == 3, word.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
        guard let currency = Currency(code: word) else {
          throw ExpressionError(
            .syntax, "\(quoted(word)) is not a currency of ISO 4217, such as EUR", at: next.offset)
        }
        do {
          let money = try Money(parsing: digits, currency: currency)
          advance()
          return .money(money)
        } catch {
          throw ExpressionError(.syntax, error.message, at: offset)
        }
      }
    }
    guard let number = Decimal(exactly: digits) else {
      throw ExpressionError(.overflow, "the number has too many digits", at: offset)
    }
    return .number(number)
  }

  private mutating func name(_ first: String) throws(ExpressionError) -> ExpressionNode {
    let offset = next.offset
    advance()
    switch first {
    case "true": return try made(.literal(.bool(true)))
    case "false": return try made(.literal(.bool(false)))
    case "none": return try made(.literal(.none))
    case "and", "or", "not", "in":
      position -= 1
      throw unexpected("a value")
    default: break
    }
    var path = [Word(first).hyphenated]
    var last = offset
    while take(sign: ".") {
      guard case .word(let word) = next.kind else { throw unexpected("a name after the point") }
      last = next.offset
      advance()
      path.append(Word(word).hyphenated)
    }
    if next.kind == .sign("(") { return try call(path, at: offset, last: last) }
    if path.count > 1, path.last == Aggregate.count.rawValue {
      return try made(
        .aggregate(.count, of: FieldReference(path.dropLast()), nil, offset: offset))
    }
    return try made(.read(FieldReference(path), offset: offset))
  }

  private mutating func call(
    _ path: [String], at offset: Int, last: Int
  ) throws(ExpressionError) -> ExpressionNode {
    guard path.count > 1, let word = path.last, let aggregate = Aggregate(rawValue: word) else {
      let known = Aggregate.allCases.map(\.rawValue).joined(separator: ", ")
      throw ExpressionError(
        .syntax,
        "there is no function \(quoted(path.last ?? "")); a list such as `lines` has \(known)",
        at: last)
    }
    let opening = next.offset
    advance()
    if aggregate == .count, next.kind == .sign(")") {
      throw ExpressionError(
        .syntax, "`count` of all lines is written without parentheses", at: opening)
    }
    try enter()
    aggregateDepth += 1
    guard aggregateDepth <= Self.greatestAggregateDepth else {
      throw ExpressionError(
        .tooLarge, "lists may be nested only \(Self.greatestAggregateDepth) deep", at: offset)
    }
    let body = try alternative()
    guard take(sign: ")") else { throw unexpected("`)`") }
    aggregateDepth -= 1
    depth -= 1
    return try made(
      .aggregate(aggregate, of: FieldReference(path.dropLast()), body, offset: offset))
  }
}
