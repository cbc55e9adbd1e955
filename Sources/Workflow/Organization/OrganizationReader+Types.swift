// Reads the document types that come with an organisation, each from a file of its own.

extension OrganizationReader {
  mutating func declaredTypes() -> [TypeDeclaration] {
    var result: [TypeDeclaration] = []
    var prefixes: [DocumentTypeID: String] = [:]
    var seen: Set<String> = []
    for (name, location) in mapping.texts("types", example: "[purchase-request.yaml]") ?? []
    where !mapping.isFull {
      guard seen.insert(name).inserted else {
        mapping.error(at: location, "\(quoted(name)) is named twice", "Remove one of them")
        continue
      }
      guard let (text, file) = text(of: name, at: location) else { continue }
      let (type, findings) = TypeDeclaration.parse(text, file: file)
      mapping.add(findings)
      guard let type else { continue }
      mapping.add(type.collisions(with: prefixes))
      prefixes[type.id] = type.prefix
      result.append(type)
    }
    return result
  }
}
