/// Reads the keys of an element, a step or an assignment: the mapping, and where in the workflow it is.
public struct ElementReader: Sendable {
  /// How many elements a sequence, and how many steps an approval may have.
  static let greatestElementCount = 500

  /// The keys and values.
  public var mapping: MappingReader
  /// The path of the element.
  public let path: ElementPath
  /// What workflows may be made of.
  public let language: WorkflowLanguage

  init(_ mapping: MappingReader, path: ElementPath, language: WorkflowLanguage) {
    self.mapping = mapping
    self.path = path
    self.language = language
  }

  /// Reads a mapping inside this one.
  mutating func inside<Result>(
    _ node: YAMLNode, path: ElementPath? = nil, as owner: String? = nil, example: String,
    _ body: (inout ElementReader) -> Result?
  ) -> Result? {
    let language = language
    let path = path ?? self.path
    return mapping.mapping(node, as: owner, example: example, isRepeatable: true) { inner in
      var reader = ElementReader(inner, path: path, language: language)
      let result = body(&reader)
      inner = reader.mapping
      return result
    }
  }

  /// The elements of a list under a key; their paths continue with the branch, if one is named.
  public mutating func elements(_ key: String, branch: String? = nil) -> [Element] {
    guard let node = mapping.node(key) else { return [] }
    guard let nodes = node.sequence else {
      mapping.error(
        at: node.location, "`\(key)` must be a list of elements, found \(node.kind)",
        "Write `- task: name` on a line of its own for each element")
      return []
    }
    let parent = branch.map { path.appending($0) } ?? path
    guard nodes.count <= Self.greatestElementCount else {
      mapping.error(
        at: node.location, "`\(key)` has more than \(Self.greatestElementCount) elements",
        "Split the workflow")
      return []
    }
    var result: [Element] = []
    for node in nodes {
      guard let element = element(node, in: parent) else { continue }
      if let other = result.first(where: { $0.name == element.name }) {
        mapping.error(
          at: element.location, "the name `\(element.name)` is used twice",
          "Name this element differently than the one in line \(other.location.line)")
        continue
      }
      result.append(element)
    }
    return result
  }

  /// The parts of a list under a key; reports what is no list, is empty or is too long.
  mutating func sequence(_ node: YAMLNode?, of key: String, example: String) -> [YAMLNode] {
    guard let node else { return [] }
    guard let nodes = node.sequence, !nodes.isEmpty else {
      mapping.error(
        at: node.location, "`\(key)` must be a list with at least one entry",
        "Write `\(key): \(example)`")
      return []
    }
    guard nodes.count <= Self.greatestElementCount else {
      mapping.error(
        at: node.location, "`\(key)` has more than \(Self.greatestElementCount) entries",
        "Leave some out")
      return []
    }
    return nodes
  }

  /// As `elements(_:branch:)`, and reports when there are none.
  public mutating func requiredElements(_ key: String, branch: String? = nil) -> [Element] {
    guard let node = mapping.requiredNode(key, example: "[ { task: review, assign: … } ]") else {
      return []
    }
    if node.sequence?.isEmpty == true {
      mapping.error(at: node.location, "`\(key)` is empty", "Add at least one element")
    }
    return elements(key, branch: branch)
  }

  private mutating func element(_ node: YAMLNode, in parent: ElementPath) -> Element? {
    let keywords = language.elementKinds.map { $0.keyword }
    let given = Set(node.mapping?.map(\.key) ?? [])
    let kinds = language.elementKinds.filter { given.contains($0.keyword) }
    guard kinds.count == 1, let kind = kinds.first else {
      reportKind(node, keywords: keywords, found: kinds.map { $0.keyword })
      // What is wrong inside is told as well, as if the kind were spelt right.
      return node.spelling(firstKeyAs: keywords).flatMap { element($0, in: parent) }
    }
    let name = node.mapping?.first { $0.key == kind.keyword }?.value.scalar?.text ?? ""
    return inside(
      node, path: parent.appending(name), as: kind.nameWithArticle, example: "task: review"
    ) { reader in
      let name = reader.mapping.name(kind.keyword, example: "review")
      let location = reader.mapping.location(ofValue: kind.keyword)
      let subject = kind.asksPeople ? reader.mapping.localizedTemplate("subject") : nil
      let instructions =
        kind.asksPeople ? reader.mapping.localizedTemplate("instructions") : nil
      let restart =
        kind.sendsBack ? reader.mapping.choice("restart", as: Restart.self) : nil
      if restart == .step, kind != ApprovalElement.self {
        reader.mapping.error(
          at: reader.mapping.location(ofValue: "restart"),
          "\(kind.nameWithArticle) has no steps to restart",
          "Write `restart: element` or `restart: workflow`")
      }
      let notifications =
        kind.asksPeople
        ? reader.notificationRules(
          of: kind == ApprovalElement.self ? NotificationEvent.ofApproval : NotificationEvent.ofTask
        )
        : NotificationRules()
      guard let definition = kind.parse(&reader), let name else { return nil }
      return Element(
        name: name, path: parent.appending(name), location: location, subject: subject,
        instructions: instructions, restart: restart ?? .element,
        notifications: notifications, definition: definition,
        keys: WrittenKey.keys(of: node, named: kind.keyword))
    }
  }

  private mutating func reportKind(_ node: YAMLNode, keywords: [String], found: [String]) {
    guard let entries = node.mapping else {
      mapping.error(
        at: node.location, "an element is a mapping, found \(node.kind)", "Write `task: review`")
      return
    }
    if found.count > 1 {
      mapping.error(
        at: node.location, "this element is of several kinds: \(found.joined(separator: ", "))",
        "Keep one of them, and begin another element with `-`")
    } else if let later = entries.first, language.laterKeys.contains(later.key) {
      mapping.error(
        at: later.keyLocation, "`\(later.key)` is not supported by this release",
        "Remove it; a later release will know it")
    } else {
      let first = entries.first
      let nearest = first.flatMap { Spelling.nearest(to: $0.key, among: keywords) }
      mapping.error(
        at: first?.keyLocation ?? node.location,
        first.map { "unknown kind of element \(quoted($0.key))" } ?? "the element is empty",
        nearest.map { "Did you mean `\($0)`?" }
          ?? "Begin with \(keywords.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }
}

extension YAMLNode {
  /// A mapping of no known kind whose first key is nearly one of these, with that spelt right.
  fileprivate func spelling(firstKeyAs keywords: [String]) -> YAMLNode? {
    guard var entries = mapping, let first = entries.first,
      !entries.contains(where: { keywords.contains($0.key) }),
      let keyword = Spelling.nearest(to: first.key, among: keywords)
    else { return nil }
    entries[0] = YAMLEntry(key: keyword, keyLocation: first.keyLocation, value: first.value)
    return YAMLNode(location: location, content: .mapping(entries))
  }
}
