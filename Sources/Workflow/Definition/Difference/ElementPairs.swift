/// Which element of an older version is which of a newer one: by path, else, when its path is gone,
/// by name and kind.
struct ElementPairs {
  /// The older path by the newer one.
  private(set) var oldPaths: [ElementPath: ElementPath] = [:]
  /// The newer paths of elements that stand in another element or branch than before.
  private(set) var movedAway: Set<ElementPath> = []
  /// The older elements that have none in the newer version.
  private(set) var removed: [Element] = []

  init(old: WorkflowDefinition, new: WorkflowDefinition) {
    let oldElements = old.allElements
    var free = Dictionary(oldElements.map { ($0.path, $0) }) { first, _ in first }
    let newPaths = Set(new.allElements.map(\.path))
    for element in new.allElements {
      let expected = expectedPath(of: element.path)
      if let same = free[expected], same.kind == element.kind {
        oldPaths[element.path] = expected
        free[expected] = nil
      } else if let other = oldElements.first(where: {
        $0.name == element.name && $0.kind == element.kind && free[$0.path] != nil
          && !newPaths.contains($0.path)
      }) {
        oldPaths[element.path] = other.path
        free[other.path] = nil
        movedAway.insert(element.path)
      }
    }
    removed = oldElements.filter { free[$0.path] != nil }
  }

  /// Where the element stood when only what encloses it has moved.
  private func expectedPath(of path: ElementPath) -> ElementPath {
    guard path.components.count > 2,
      let parent = oldPaths[ElementPath(Array(path.components.dropLast(2)))]
    else { return path }
    return ElementPath(parent.components + path.components.suffix(2))
  }
}
