// Finds the type of an expression, or the first place where it has none.

struct ExpressionTyping {
  let scope: TypeScope
  let source: String
  /// The fields of the lists that the current part is inside of, innermost last.
  private var elements: [[String: ValueType]] = []

  init(scope: TypeScope, source: String) {
    self.scope = scope
    self.source = source
  }

  mutating func type(of node: ExpressionNode) throws(ExpressionError) -> ValueType {
    switch node {
    case .literal(let value): return Self.type(of: value)
    case .read(let reference, let offset): return try type(of: reference, at: offset)
    case .list(let nodes, let offset):
      var element = ValueType.absent
      for node in nodes {
        let next = try type(of: node)
        guard let common = element.common(with: next) else {
          throw ExpressionError(
            .typesDiffer, "a list holds one type, but here are \(element) and \(next)", at: offset)
        }
        element = common
      }
      return .list(of: element)
    case .not(let inner, let offset):
      try requireCondition(inner, "not", at: offset)
      return .bool
    case .both(let left, let right, let offset):
      try requireCondition(left, "and", at: offset)
      try requireCondition(right, "and", at: offset)
      return .bool
    case .either(let left, let right, let offset):
      try requireCondition(left, "or", at: offset)
      try requireCondition(right, "or", at: offset)
      return .bool
    case .compare(let comparison, let left, let right, let offset):
      return try type(of: comparison, type(of: left), type(of: right), at: offset)
    case .contains(let value, in: let list, let offset):
      return try type(ofContaining: type(of: value), in: type(of: list), at: offset)
    case .arithmetic(let operation, let left, let right, let offset):
      let left = try type(of: left)
      let right = try type(of: right)
      guard let result = operation.type(left, right) else {
        throw ExpressionError(
          .typesDiffer, "\(left) \(operation.rawValue) \(right) has no meaning", at: offset)
      }
      return result
    case .negate(let inner, let offset):
      let type = try type(of: inner)
      guard [.number, .money, .duration, .absent].contains(type) else {
        throw ExpressionError(.typesDiffer, "\(type) has no negative", at: offset)
      }
      return type
    case .aggregate(let aggregate, of: let reference, let body, let offset):
      return try type(of: aggregate, of: reference, body, at: offset)
    }
  }

  private static func type(of value: Value) -> ValueType {
    switch value {
    case .none, .list, .record: .absent
    case .bool: .bool
    case .number: .number
    case .text: .text
    case .day: .day
    case .time: .time
    case .duration: .duration
    case .money: .money
    }
  }

  private func type(of reference: FieldReference, at offset: Int) throws(ExpressionError)
    -> ValueType
  {
    for fields in elements.reversed() where fields[reference.path[0]] != nil {
      if let type = TypeScope(names: fields).type(of: reference.path) { return type }
      throw unknown(reference, among: fields, at: offset)
    }
    if let type = scope.type(of: reference.path) { return type }
    throw unknown(reference, among: scope.names, at: offset)
  }

  /// Names the word of the path that leads nowhere and the nearest one that would lead on.
  private func unknown(
    _ reference: FieldReference, among names: [String: ValueType], at offset: Int
  ) -> ExpressionError {
    var names = names
    var known: [String] = []
    for word in reference.path {
      if case .record(let fields) = names[word] {
        names = fields
        known.append(word)
        continue
      }
      if names[word] != nil {
        return ExpressionError(
          .unknownName, "`\(FieldReference(known + [word]))` has no parts", at: offset)
      }
      let shown = FieldReference(known + [word]).description
      let rest = String(decoding: source.utf8.dropFirst(offset), as: UTF8.self)
      if let hyphenated = names.keys.first(where: { $0.contains("-") && rest.hasPrefix($0) }) {
        return ExpressionError(
          .unknownName,
          "unknown name `\(shown)`; write `\(Word(hyphenated).underscored)` with underscores",
          at: offset)
      }
      if let elsewhere = scope.whereElse(word, from: known, isInList: !elements.isEmpty) {
        return ExpressionError(
          .unknownName, "unknown name `\(shown)`; \(elsewhere)", at: offset)
      }
      // What is near must stand on the same level: the fields of lists are those of no record.
      let all = Array(names.keys) + (known.isEmpty ? elements.flatMap { Array($0.keys) } : [])
      let nearest = Spelling.nearest(to: word, among: all).map { Word($0).underscored }
      return ExpressionError(
        .unknownName,
        "unknown name `\(shown)`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""), at: offset)
    }
    return ExpressionError(.unknownName, "`\(reference)` is not a single value", at: offset)
  }

  private mutating func requireCondition(
    _ node: ExpressionNode, _ word: String, at offset: Int
  ) throws(ExpressionError) {
    let type = try type(of: node)
    guard type == .bool || type == .absent else {
      throw ExpressionError(
        .typesDiffer, "`\(word)` joins conditions, but here is \(type)", at: offset)
    }
  }

  private func type(
    of comparison: Comparison, _ left: ValueType, _ right: ValueType, at offset: Int
  ) throws(ExpressionError) -> ValueType {
    guard let common = left.common(with: right) ?? left.moneyOrNumber(with: right) else {
      throw ExpressionError(
        .typesDiffer, "\(left) and \(right) cannot be compared", at: offset)
    }
    let ordered: [ValueType] = [.number, .money, .day, .time, .duration, .text, .absent]
    guard !comparison.isOrdering || ordered.contains(common) else {
      throw ExpressionError(
        .typesDiffer, "\(common) has no order; compare it with `==` or `!=`", at: offset)
    }
    return .bool
  }

  private func type(
    ofContaining value: ValueType, in list: ValueType, at offset: Int
  ) throws(ExpressionError) -> ValueType {
    guard case .list(let element) = list else {
      throw ExpressionError(
        .typesDiffer, "`in` needs a list such as [\"DK\", \"SE\"], but here is \(list)", at: offset)
    }
    guard value.common(with: element) != nil || value.moneyOrNumber(with: element) != nil else {
      throw ExpressionError(
        .typesDiffer, "the list holds \(element), so \(value) is never in it", at: offset)
    }
    return .bool
  }

  private mutating func type(
    of aggregate: Aggregate, of reference: FieldReference, _ body: ExpressionNode?, at offset: Int
  ) throws(ExpressionError) -> ValueType {
    let type = try type(of: reference, at: offset)
    guard case .list(let element) = type else {
      throw ExpressionError(
        .typesDiffer, "`\(reference)` is \(type), not a list, and has no `\(aggregate.rawValue)`",
        at: offset)
    }
    guard let body else { return .number }
    guard case .record(let fields) = element else {
      throw ExpressionError(
        .typesDiffer, "`\(reference)` holds no fields to ask about; use `in`", at: offset)
    }
    elements.append(fields)
    let inner = try self.type(of: body)
    elements.removeLast()
    switch aggregate {
    case .any, .all, .count:
      guard inner == .bool || inner == .absent else {
        throw ExpressionError(
          .typesDiffer, "`\(aggregate.rawValue)` needs a condition, but here is \(inner)",
          at: offset)
      }
      return aggregate == .count ? .number : .bool
    case .sum:
      guard [.number, .money, .duration].contains(inner) else {
        throw ExpressionError(.typesDiffer, "\(inner) has no sum", at: offset)
      }
      return inner
    case .min, .max:
      guard [.number, .money, .day, .time, .duration, .text].contains(inner) else {
        throw ExpressionError(.typesDiffer, "\(inner) has no order", at: offset)
      }
      return inner
    }
  }
}
