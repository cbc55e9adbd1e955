// The text of a compiled part without regard to how it was written, so that equal parts are known.

extension ExpressionNode {
  /// Equal for parts that always have the same value in the same document.
  var canonical: String {
    switch self {
    case .literal(let value): "\(value.kind) \(value.display.utf8.count):\(value.display)"
    case .read(let reference, _): Self.canonical(reference)
    case .list(let nodes, _): "[" + nodes.map(\.canonical).joined(separator: ", ") + "]"
    case .not(let inner, _): "(not \(inner.canonical))"
    case .negate(let inner, _): "(- \(inner.canonical))"
    case .both(let left, let right, _): "(\(left.canonical) and \(right.canonical))"
    case .either(let left, let right, _): "(\(left.canonical) or \(right.canonical))"
    case .compare(let comparison, let left, let right, _):
      "(\(left.canonical) \(comparison.rawValue) \(right.canonical))"
    case .contains(let left, in: let right, _): "(\(left.canonical) in \(right.canonical))"
    case .arithmetic(let operation, let left, let right, _):
      "(\(left.canonical) \(operation.rawValue) \(right.canonical))"
    case .aggregate(let aggregate, of: let reference, let body, _):
      "\(reference).\(aggregate.rawValue)(\(body?.canonical ?? ""))"
    }
  }

  /// `document.total` is the same as `total`; only the document's own names differ from fields.
  private static func canonical(_ reference: FieldReference) -> String {
    let path = reference.path
    guard path.count > 1, path[0] == "document", !DocumentSchema.ownNames.contains(path[1]) else {
      return reference.description
    }
    return FieldReference(Array(path.dropFirst())).description
  }

  /// The value of a part that reads nothing; none when it reads something or cannot be computed.
  var constant: Value? {
    guard !readsSomething else { return nil }
    var evaluation = ExpressionEvaluation(scope: .empty) { _ in .none }
    return try? evaluation.value(of: self)
  }

  private var readsSomething: Bool {
    switch self {
    case .literal: false
    case .read, .aggregate: true
    case .list(let nodes, _): nodes.contains { $0.readsSomething }
    case .not(let inner, _), .negate(let inner, _): inner.readsSomething
    case .both(let left, let right, _), .either(let left, let right, _),
      .compare(_, let left, let right, _), .contains(let left, in: let right, _),
      .arithmetic(_, let left, let right, _):
      left.readsSomething || right.readsSomething
    }
  }
}
