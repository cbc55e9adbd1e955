/// A part of a YAML file with the place where it stands.
public struct YAMLNode: Sendable {
  enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// Where the part begins.
  public let location: SourceLocation
  let content: Content

  /// What kind of part it is, in words.
  public var kind: String {
    switch content {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping of keys to values"
    }
  }

  var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  var sequence: [YAMLNode]? { if case .sequence(let nodes) = content { nodes } else { nil } }
  var mapping: [YAMLEntry]? { if case .mapping(let entries) = content { entries } else { nil } }
  var isNull: Bool { scalar?.isNull ?? false }
}
