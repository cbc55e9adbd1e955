// Computes with two values; what has no exact result throws.

import Foundation

extension ArithmeticOperator {
  func result(_ left: Value, _ right: Value, at offset: Int) throws(ExpressionError) -> Value {
    guard !left.isNone, !right.isNone else {
      throw ExpressionError(
        .absentValue, "a value is missing, so `\(rawValue)` has no result", at: offset)
    }
    do {
      if let result = try value(left, right, at: offset) { return result }
    } catch let error as MoneyError {
      let code: ExpressionError.Code =
        error.code == .currenciesDiffer ? .currenciesDiffer : .overflow
      throw ExpressionError(code, error.message, at: offset)
    } catch let error as ExpressionError {
      throw error
    } catch {
      throw ExpressionError(.overflow, String(describing: error), at: offset)
    }
    throw ExpressionError(
      .typesDiffer, "\(left.kind) \(rawValue) \(right.kind) has no meaning", at: offset)
  }

  private func value(_ left: Value, _ right: Value, at offset: Int) throws -> Value? {
    switch (self, left, right) {
    case (_, .number(let left), .number(let right)):
      return .number(try number(left, right, at: offset))
    case (.divide, .money(let left), .money(let right)):
      guard left.currency == right.currency else {
        throw MoneyError.currenciesDiffer(left.currency, right.currency)
      }
      return .number(try number(left.decimal, right.decimal, at: offset))
    case (.multiply, .money(let money), .number(let factor)),
      (.multiply, .number(let factor), .money(let money)):
      return .money(try money.multiplied(by: factor))
    case (.divide, .money(let money), .number(let divisor)):
      let quotient = try number(money.decimal, divisor, at: offset)
      return .money(try Money(rounding: quotient, currency: money.currency))
    case (.add, .money, _), (.subtract, .money, _), (.add, _, .money), (.subtract, _, .money):
      return try sum(of: left, right)
    case (.add, .text(let left), .text(let right)):
      guard left.utf8.count + right.utf8.count <= 65_536 else {
        throw ExpressionError(.overflow, "the text is too long", at: offset)
      }
      return .text(left + right)
    default:
      return try time(left, right, at: offset)
    }
  }

  private func sum(of left: Value, _ right: Value) throws -> Value? {
    guard let currency = left.money?.currency ?? right.money?.currency,
      let first = try left.money
        ?? left.number.map({ try Money(rounding: $0, currency: currency) }),
      let second = try right.money
        ?? right.number.map({ try Money(rounding: $0, currency: currency) })
    else { return nil }
    return .money(try self == .add ? first.adding(second) : first.subtracting(second))
  }

  private func number(_ left: Decimal, _ right: Decimal, at offset: Int) throws -> Decimal {
    guard self != .divide || right != 0 else {
      throw ExpressionError(.divisionByZero, "division by zero", at: offset)
    }
    let result =
      switch self {
      case .add: left + right
      case .subtract: left - right
      case .multiply: left * right
      case .divide: left / right
      }
    guard result.isFinite else {
      throw ExpressionError(.overflow, "the number is too large", at: offset)
    }
    return result
  }

  private func time(_ left: Value, _ right: Value, at offset: Int) throws -> Value? {
    switch (self, left, right) {
    case (.add, .day(let day), .duration(let duration)),
      (.add, .duration(let duration), .day(let day)):
      return .day(day.adding(days: Self.days(duration)))
    case (.subtract, .day(let day), .duration(let duration)):
      return .day(day.adding(days: -Self.days(duration)))
    case (.subtract, .day(let left), .day(let right)):
      return .duration(.microseconds(Int64(left.days(since: right)) * 86_400_000_000))
    case (.add, .time(let time), .duration(let duration)),
      (.add, .duration(let duration), .time(let time)):
      return .time(time.advanced(by: duration))
    case (.subtract, .time(let time), .duration(let duration)):
      return .time(time.advanced(by: .zero - duration))
    case (.subtract, .time(let left), .time(let right)):
      return .duration(left.duration(since: right))
    case (_, .duration(let left), .duration(let right)) where self != .multiply:
      let first = Decimal(left.wholeMicroseconds)
      let result = try number(first, Decimal(right.wholeMicroseconds), at: offset)
      return self == .divide ? .number(result) : try Self.duration(result, at: offset)
    case (.multiply, .duration(let duration), .number(let factor)),
      (.multiply, .number(let factor), .duration(let duration)),
      (.divide, .duration(let duration), .number(let factor)):
      let microseconds = Decimal(duration.wholeMicroseconds)
      return try Self.duration(try number(microseconds, factor, at: offset), at: offset)
    default: return nil
    }
  }

  /// Whole days; a part of a day does not reach the next one.
  private static func days(_ duration: Duration) -> Int {
    Int(floorDivide(duration.wholeMicroseconds, 86_400_000_000))
  }

  private static func duration(_ microseconds: Decimal, at offset: Int) throws -> Value {
    var exact = microseconds
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 0, .bankers)
    guard let whole = Int64(rounded.description) else {
      throw ExpressionError(.overflow, "the duration is too long", at: offset)
    }
    return .duration(.microseconds(whole))
  }
}
