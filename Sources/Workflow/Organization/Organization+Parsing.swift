// Reads an organisation's file, with the files that it names.

extension Organization {
  /// Reads an organisation from YAML.
  ///
  /// - Parameters:
  ///   - files: the files that it names, by the names that it gives them (see `namedFiles(in:)`).
  ///   - types: the document types that there are, for which somebody may delegate; none to leave
  ///     that unchecked.
  ///   - workflows: the workflows likewise.
  /// - Returns: the organisation when the files have no errors, and everything that was found, in
  ///   the order of the file and then of those that it names.
  public static func parse(
    _ yaml: String, file: String, files: [String: NamedFile] = [:],
    types: [DocumentTypeID]? = nil, workflows: [WorkflowID]? = nil
  ) -> (organization: Organization?, findings: [Finding]) {
    var organization: Organization?
    let (_, unsorted) = read(yaml, file: file, files: files) { reader in
      organization = reader.organization(source: yaml, types: types, workflows: workflows)
    }
    let findings = unsorted.sorted { left, right in
      let isInFile = (left.location.file == file, right.location.file == file)
      return isInFile.0 == isInFile.1 ? left.location < right.location : isInFile.0
    }
    let isUsable = !findings.contains { $0.severity == .error }
    return (isUsable ? organization : nil, findings)
  }

  /// The files that an organisation names, each once: they must be given to `parse`.
  public static func namedFiles(in yaml: String) -> [String] {
    let (reader, _) = read(yaml, file: "", files: [:]) { _ = $0.organization(source: yaml) }
    return reader?.namedFiles ?? []
  }

  private static func read(
    _ yaml: String, file: String, files: [String: NamedFile],
    _ body: (inout OrganizationReader) -> Void
  ) -> (reader: OrganizationReader?, findings: [Finding]) {
    let (node, problems) = YAMLReader.read(yaml, file: file)
    var outer = MappingReader(
      [], at: SourceLocation(file: file, line: 1, column: 1), laterKeys: ["policies"])
    outer.add(problems)
    var result: OrganizationReader?
    if let node {
      _ = outer.mapping(node, example: "organization: Example Ltd") { mapping in
        var reader = OrganizationReader(mapping: mapping, files: files)
        body(&reader)
        mapping = reader.mapping
        result = reader
        return true
      }
    }
    return (result, outer.findings)
  }
}
