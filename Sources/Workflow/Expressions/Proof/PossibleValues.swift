/// What a part of a condition may still be when the condition holds: absent or not, which values.
///
/// Every function may leave out knowledge but never adds any that does not follow, so that
/// `isImpossible` is a proof.
struct PossibleValues {
  /// One end of a range.
  struct Bound {
    let value: Value
    let isIncluded: Bool
  }

  private var mayBeAbsent = true
  private var lower: Bound?
  private var upper: Bound?
  /// The values of which it is one; any when none.
  private var oneOf: [Value]?
  private var excluded: [Value] = []
  private var currencies: Set<Currency>?

  /// It is one of these; `.none` among them for absent.
  mutating func require(oneOf values: [Value]) {
    if !values.contains(where: \.isNone) { mayBeAbsent = false }
    let present = values.filter { !$0.isNone }
    let numbers = present.map(Self.plain)
    oneOf =
      oneOf?.filter { value in numbers.contains { Self.isSame($0, value) != false } }
      ?? numbers
    let amounts = present.compactMap(\.money?.currency)
    if amounts.count == present.count { restrict(to: Set(amounts)) }
  }

  /// It is none of these.
  mutating func exclude(_ values: [Value]) {
    if values.contains(where: \.isNone) { mayBeAbsent = false }
    // An amount differs by its currency, too, so that only plain values are excluded.
    excluded += values.filter { !$0.isNone && $0.money == nil }
  }

  /// It is there and compares so with a value.
  mutating func require(_ comparison: Comparison, _ value: Value) {
    mayBeAbsent = false
    if let currency = value.money?.currency { restrict(to: [currency]) }
    bound(comparison, value)
  }

  /// It does not compare so with a value: it is absent, or compares the opposite way.
  mutating func refuse(_ comparison: Comparison, _ value: Value) {
    // An amount may also be in another currency than the one it is compared with.
    guard !value.isNone, value.money == nil else { return }
    bound(comparison.opposite, value)
  }

  private mutating func bound(_ comparison: Comparison, _ value: Value) {
    let bound = Bound(
      value: Self.plain(value),
      isIncluded: comparison == .lessOrEqual || comparison == .greaterOrEqual)
    switch comparison {
    case .less, .lessOrEqual: upper = upper.map { Self.narrower($0, bound, isUpper: true) } ?? bound
    case .greater, .greaterOrEqual:
      lower = lower.map { Self.narrower($0, bound, isUpper: false) } ?? bound
    case .equal, .notEqual: break
    }
  }

  private mutating func restrict(to more: Set<Currency>) {
    currencies = currencies?.intersection(more) ?? more
  }

  /// Whether there is nothing that it can be.
  var isImpossible: Bool { !mayBeAbsent && hasNoValue }

  private var hasNoValue: Bool {
    if currencies?.isEmpty == true { return true }
    if let oneOf { return !oneOf.contains { allows($0) } }
    if Set([true, false]).isSubset(of: Set(excluded.compactMap(\.bool))) { return true }
    guard let lower, let upper else { return false }
    if Self.isLess(upper.value, lower.value) == true { return true }
    guard Self.isSame(upper.value, lower.value) == true else { return false }
    return !lower.isIncluded || !upper.isIncluded
      || excluded.contains { Self.isSame($0, lower.value) == true }
  }

  private func allows(_ value: Value) -> Bool {
    if excluded.contains(where: { Self.isSame($0, value) == true }) { return false }
    if let lower {
      if Self.isLess(value, lower.value) == true { return false }
      if !lower.isIncluded, Self.isSame(value, lower.value) == true { return false }
    }
    if let upper {
      if Self.isLess(upper.value, value) == true { return false }
      if !upper.isIncluded, Self.isSame(value, upper.value) == true { return false }
    }
    return true
  }

  private static func narrower(_ left: Bound, _ right: Bound, isUpper: Bool) -> Bound {
    if isSame(left.value, right.value) == true { return left.isIncluded ? right : left }
    let isLeftLess = isLess(left.value, right.value) ?? isUpper
    return isLeftLess == isUpper ? left : right
  }

  /// An amount is compared with numbers by its decimals; its currency is looked at apart.
  private static func plain(_ value: Value) -> Value {
    value.money.map { .number($0.decimal) } ?? value
  }

  /// None for values of kinds that do not go together.
  private static func isSame(_ left: Value, _ right: Value) -> Bool? {
    left.kind == right.kind ? left == right : nil
  }

  private static func isLess(_ left: Value, _ right: Value) -> Bool? {
    guard left.kind == right.kind else { return nil }
    return try? Comparison.less.holds(left, right, at: 0)
  }
}
