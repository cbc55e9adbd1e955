// Reads `hierarchy` and the keys that belong to it.

extension HierarchyProvider {
  private enum Known: String, CaseIterable { case manager }
  private enum SimpleStart: String, CaseIterable { case originator, owner }
  private enum SimpleTake: String, CaseIterable { case all, last }

  public static func parse(_ reader: inout ElementReader) -> HierarchyProvider? {
    let name =
      reader.mapping.requiredNode(keyword, example: "manager") == nil
      ? nil : reader.mapping.choice(keyword, as: Known.self)
    let start = start(&reader)
    let until = reader.mapping.expression("until")
    let take = take(&reader)
    let atTop = reader.mapping.choice("at-top", as: AtTop.self)
    guard let name else { return nil }
    return HierarchyProvider(
      name: name.rawValue, from: start, until: until, take: take, atTop: atTop ?? .nobody,
      location: reader.mapping.location(ofValue: keyword),
      startLocation: reader.mapping.location(ofValue: "from"))
  }

  private static func start(_ reader: inout ElementReader) -> Start {
    guard let node = reader.mapping.node("from") else { return .originator }
    if node.mapping != nil {
      let user = reader.mapping.mapping(node, example: "from: { user: sue }") { inner in
        inner.requiredText("user", example: "sue")
      }
      return user.map { .user(PersonID($0)) } ?? .originator
    }
    switch reader.mapping.choice("from", as: SimpleStart.self) {
    case .owner: return .owner
    case .originator, nil: return .originator
    }
  }

  private static func take(_ reader: inout ElementReader) -> Take {
    guard let node = reader.mapping.node("take") else { return .all }
    if node.mapping != nil {
      let condition = reader.mapping.mapping(node, example: "take: { except: … }") { inner in
        inner.requiredExpression("except")
      }
      return condition.map { .except($0) } ?? .all
    }
    switch reader.mapping.choice("take", as: SimpleTake.self) {
    case .last: return .last
    case .all, nil: return .all
    }
  }
}
