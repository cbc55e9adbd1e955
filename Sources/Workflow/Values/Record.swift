/// Named values in the order in which they were set, keyed by hyphenated words.
///
/// A key is there only with a value: reading an absent one gives `.none`, setting `.none` removes it.
/// Two records are equal when they hold the same values, in whatever order.
public struct Record: Sendable, ExpressibleByDictionaryLiteral {
  private var entries: [(key: String, value: Value)] = []

  /// A record without values.
  public init() {}

  public init(dictionaryLiteral elements: (String, Value)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// The value under this key; `.none` when there is none.
  public subscript(key: String) -> Value {
    get {
      for entry in entries where entry.key == key { return entry.value }
      return .none
    }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue.isNone) {
      case (let index?, true): entries.remove(at: index)
      case (let index?, false): entries[index].value = newValue
      case (nil, true): break
      case (nil, false): entries.append((key, newValue))
      }
    }
  }

  /// The keys in their order.
  public var keys: [String] { entries.map(\.key) }

  /// This record with the values of the other, which win.
  public func merging(_ other: Record) -> Record {
    var result = self
    for (key, value) in other { result[key] = value }
    return result
  }
}

extension Record: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> (key: String, value: Value) { entries[position] }
}

extension Record: Hashable {
  public static func == (left: Record, right: Record) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    // Entries are combined without regard to their order, as equality does.
    var combined = 0
    for (key, value) in entries {
      var entry = Hasher()
      entry.combine(key)
      entry.combine(value)
      combined ^= entry.finalize()
    }
    hasher.combine(combined)
  }
}
