/// Branches that start together; the parent goes on when all, or so many, are done.
public struct ParallelElement: ElementDefinition {
  public static let keyword = "parallel"

  /// How many branches must be done.
  public enum Join: Hashable, Sendable, CustomStringConvertible {
    case all
    /// The rest is canceled.
    case count(Int)

    public var description: String {
      switch self {
      case .all: "all"
      case .count(let count): "\(count)"
      }
    }
  }

  /// The branches by name.
  public let branches: [ElementBranch]
  /// When the parent goes on.
  public let join: Join

  /// A parallel element.
  public init(branches: [ElementBranch], join: Join = .all) {
    self.branches = branches
    self.join = join
  }

  /// How many branches must be done.
  public var needed: Int {
    switch join {
    case .all: branches.count
    case .count(let count): min(count, branches.count)
    }
  }
}
