// Reads `branches` and `join`.

extension ParallelElement {
  public static func parse(_ reader: inout ElementReader) -> ParallelElement? {
    let example = "[ { branch: budget, elements: [ … ] } ]"
    let node = reader.mapping.requiredNode("branches", example: example)
    var branches: [ElementBranch] = []
    for node in reader.sequence(node, of: "branches", example: example) {
      guard let (branch, location) = branch(node, &reader) else { continue }
      if branches.contains(where: { $0.name == branch.name }) {
        reader.mapping.error(
          at: location, "the branch name `\(branch.name)` is used twice",
          "Name this branch differently")
      } else {
        branches.append(branch)
      }
    }
    let join = join(&reader, branches: branches.count)
    guard !branches.isEmpty else { return nil }
    return ParallelElement(branches: branches, join: join)
  }

  private static func branch(
    _ node: YAMLNode, _ reader: inout ElementReader
  ) -> (ElementBranch, SourceLocation)? {
    reader.inside(node, as: "a branch", example: "- branch: budget") { reader in
      let name = reader.mapping.name("branch", example: "budget")
      let elements = reader.elements("elements", branch: name ?? "branch")
      if !reader.mapping.has("elements") {
        _ = reader.mapping.requiredNode("elements", example: "[ { task: review, assign: … } ]")
      }
      let location = reader.mapping.location(ofValue: "branch")
      return name.map { (ElementBranch(name: $0, elements: elements), location) }
    }
  }

  private static func join(_ reader: inout ElementReader, branches: Int) -> Join {
    guard let (scalar, location) = reader.mapping.scalar("join", example: "all"),
      scalar.text != "all"
    else { return .all }
    guard let count = Int(scalar.text), count > 0 else {
      reader.mapping.error(
        at: location, "`join` says how many branches must be done, found \(quoted(scalar.text))",
        "Write `join: all` or a number from 1 to \(max(branches, 1))")
      return .all
    }
    if count > branches, branches > 0 {
      reader.mapping.error(
        at: location, "`join: \(count)` waits for more branches than there are (\(branches))",
        "Write `join: all` or a number from 1 to \(branches)")
    }
    return .count(count)
  }
}
