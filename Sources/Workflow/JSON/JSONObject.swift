/// The members of a JSON object in their order; every key once.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private struct Member: Hashable, Sendable {
    let key: String
    var value: JSON
  }

  private var members: [Member] = []

  /// An object without members.
  public init() {}

  /// An object of these members; of two with one key the later wins, in the place of the first.
  public init(_ members: some Sequence<(String, JSON)>) {
    for (key, value) in members { self[key] = value }
  }

  /// An object without members and with room for some.
  package init(capacity: Int) { members.reserveCapacity(capacity) }

  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }

  /// The value under this key; setting none removes the member, a new key goes to the end.
  public subscript(key: String) -> JSON? {
    get {
      for member in members where member.key == key { return member.value }
      return nil
    }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The keys in their order.
  public var keys: [String] { members.map(\.key) }

  /// Adds a member whose key is known to be new: nothing is looked up.
  package mutating func append(_ key: String, _ value: JSON) {
    members.append(Member(key: key, value: value))
  }
}

extension JSONObject: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { members.count }
  public subscript(position: Int) -> (key: String, value: JSON) {
    (members[position].key, members[position].value)
  }
}
