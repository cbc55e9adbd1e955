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
}
