// Which types go together, and what comes of computing with them.

extension ValueType {
  /// The type that both have; a person is a text, and nothing goes with everything.
  func common(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case (.absent, let type), (let type, .absent): type
    case (.person, .text), (.text, .person): .text
    case (.list(let left), .list(let right)): left.common(with: right).map { .list(of: $0) }
    default: self == other ? self : nil
    }
  }

  /// Money for money beside a number, which takes the money's currency.
  func moneyOrNumber(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case (.money, .number), (.number, .money): .money
    default: nil
    }
  }
}

extension ArithmeticOperator {
  /// The type of the result; none when the operation has no meaning for the two.
  func type(_ left: ValueType, _ right: ValueType) -> ValueType? {
    switch (self, left, right) {
    case (_, .number, .number): .number
    case (.add, .money, .money), (.subtract, .money, .money): .money
    case (.add, .money, .number), (.add, .number, .money): .money
    case (.subtract, .money, .number), (.subtract, .number, .money): .money
    case (.multiply, .money, .number), (.multiply, .number, .money): .money
    case (.divide, .money, .number): .money
    case (.divide, .money, .money), (.divide, .duration, .duration): .number
    case (.add, .duration, .duration), (.subtract, .duration, .duration): .duration
    case (.multiply, .duration, .number), (.multiply, .number, .duration): .duration
    case (.divide, .duration, .number): .duration
    case (.add, .day, .duration), (.add, .duration, .day), (.subtract, .day, .duration): .day
    case (.add, .time, .duration), (.add, .duration, .time), (.subtract, .time, .duration): .time
    case (.subtract, .day, .day), (.subtract, .time, .time): .duration
    case (.add, .text, .text): .text
    default: nil
    }
  }
}
