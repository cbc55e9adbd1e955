/// One difference between two versions of a workflow.
public struct WorkflowChange: Hashable, Sendable, CustomStringConvertible {
  /// What differs.
  public enum Subject: Hashable, Sendable, CustomStringConvertible {
    /// The workflow's own keys.
    case workflow
    /// An element, by its path in the newer version, or in the older one when it was removed.
    case element(ElementPath, kind: String)
    /// A step of an approval.
    case step(String, of: ElementPath)

    public var description: String {
      switch self {
      case .workflow: "workflow"
      case .element(let path, let kind): "\(kind) `\(path)`"
      case .step(let name, let path): "step `\(name)` of `\(path)`"
      }
    }
  }

  /// How it differs.
  public enum Kind: Hashable, Sendable {
    case added
    case removed
    /// It stands elsewhere: words such as `after a`, `first`, or another path.
    case moved(from: String, to: String)
    /// Its keys differ.
    case changed([KeyChange])
  }

  /// A key whose value differs; none on the side where it is missing.
  public struct KeyChange: Hashable, Sendable, CustomStringConvertible {
    public let key: String
    public let from: String?
    public let to: String?

    /// A change of a key.
    public init(key: String, from: String?, to: String?) {
      self.key = key
      self.from = from
      self.to = to
    }

    public var description: String { "\(key): \(from ?? "(none)") → \(to ?? "(none)")" }
  }

  /// What differs.
  public let subject: Subject
  /// How it differs.
  public let kind: Kind

  /// A difference.
  public init(_ subject: Subject, _ kind: Kind) {
    self.subject = subject
    self.kind = kind
  }

  public var description: String {
    switch kind {
    case .added: "\(subject) added"
    case .removed: "\(subject) removed"
    case .moved(let from, let to): "\(subject) moved from \(from) to \(to)"
    case .changed(let keys):
      "\(subject) changed: " + keys.map(\.description).joined(separator: "; ")
    }
  }
}
