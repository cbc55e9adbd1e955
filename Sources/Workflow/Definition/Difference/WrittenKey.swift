/// A key of an element, a step or a workflow, with its value as one canonical text.
struct WrittenKey: Hashable, Sendable {
  /// The keys under which elements and steps stand; those are compared by themselves.
  static let structure: Set<String> = ["elements", "yes", "no", "steps"]

  let name: String
  let text: String

  /// The keys of a mapping without the one that names it and without the elements inside.
  static func keys(of node: YAMLNode, named keyword: String) -> [WrittenKey] {
    (node.mapping ?? []).filter { $0.key != keyword && !structure.contains($0.key) }.map {
      WrittenKey(name: $0.key, text: $0.value.text(omitting: ["elements"]))
    }
  }
}
