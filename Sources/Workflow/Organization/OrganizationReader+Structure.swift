// Reads groups, cost centres and projects.

extension OrganizationReader {
  /// The groups with the members that they name; none when the key is missing.
  mutating func groups() -> [GroupID: [PersonID]]? {
    var result: [GroupID: [PersonID]] = [:]
    for entry in entries("groups", example: "{ receipts: [ivan, kim] }") {
      let members = inside(entry) { $0.names(entry.key, example: "[ivan, kim]") }
      result[GroupID(entry.key)] = members ?? []
    }
    return result
  }

  mutating func costCenters() -> [String: CostCenter] {
    var result: [String: CostCenter] = [:]
    for entry in entries("cost-centers", example: "{ \"4100\": { title: Sales } }") {
      result[entry.key] = part(entry) { reader, title, owner in
        CostCenter(title: title, owner: owner, budget: reader.budget())
      }
    }
    return result
  }

  mutating func projects() -> [String: Project] {
    var result: [String: Project] = [:]
    for entry in entries("projects", example: "{ p-111: { title: New line } }") {
      result[entry.key] = part(entry) { _, title, owner in
        Project(title: title, owner: owner)
      }
    }
    return result
  }

  /// The entries of the mapping under a key.
  mutating func entries(_ key: String, example: String) -> [YAMLEntry] {
    guard let node = mapping.node(key) else { return [] }
    guard let entries = node.mapping else {
      mapping.error(
        at: node.location, "`\(key)` must be a mapping, found \(node.kind)",
        "Write `\(key): \(example)`")
      return []
    }
    return entries
  }

  /// Reads one entry of a mapping, with `mapping` holding only that entry meanwhile.
  private mutating func inside<Result>(
    _ entry: YAMLEntry, _ body: (inout OrganizationReader) -> Result?
  ) -> Result? {
    var inner = self
    inner.mapping = MappingReader([entry], at: entry.keyLocation, laterKeys: [])
    let result = body(&inner)
    let outer = mapping
    let findings = inner.mapping.findings
    self = inner
    mapping = outer
    mapping.add(findings)
    return result
  }

  /// Reads what cost centres and projects share.
  private mutating func part<Result>(
    _ entry: YAMLEntry, _ body: (inout OrganizationReader, String, PersonID?) -> Result?
  ) -> Result? {
    inside(entry) { reader in
      guard let node = reader.mapping.requiredNode(entry.key, example: "{ title: Sales }") else {
        return nil
      }
      guard let entries = node.mapping else {
        reader.mapping.error(
          at: node.location, "\(quoted(entry.key)) must be a mapping, found \(node.kind)",
          "Write `{ title: Sales, owner: frank }`")
        return nil
      }
      let outer = reader.mapping
      reader.mapping = MappingReader(entries, at: node.location, laterKeys: [])
      let title = reader.mapping.requiredText("title", example: "Sales")
      let owner = reader.mapping.text("owner", example: "frank").map { PersonID($0) }
      if let owner {
        reader.namedPeople.append((owner, reader.mapping.location(ofValue: "owner")))
      }
      let result = body(&reader, title ?? "", owner)
      reader.mapping.finish()
      let findings = reader.mapping.findings
      reader.mapping = outer
      reader.mapping.add(findings)
      return title == nil ? nil : result
    }
  }

  /// The budgets by year of a cost centre; `mapping` is that cost centre's.
  private mutating func budget() -> [Int: Money] {
    guard let node = mapping.node("budget") else { return [:] }
    guard let entries = node.mapping else {
      mapping.error(
        at: node.location, "`budget` must be a mapping from years to amounts, found \(node.kind)",
        "Write `budget: { 2026: 120000 }`")
      return [:]
    }
    var result: [Int: Money] = [:]
    for entry in entries {
      guard let year = Int(entry.key), (1...9999).contains(year) else {
        mapping.error(
          at: entry.keyLocation, "\(quoted(entry.key)) is not a year", "Write `2026: 120000`")
        continue
      }
      do {
        result[year] = try Money(json: .string(entry.value.scalar?.text ?? ""), currency: currency)
      } catch {
        mapping.error(at: entry.value.location, error.message, "Write `\(year): 120000`")
      }
    }
    return result
  }
}
