// Reads an organisation's file.

extension Organization {
  /// Reads an organisation from YAML.
  ///
  /// - Returns: the organisation when the file has no errors, and everything that was found, in the
  ///   order of the file.
  public static func parse(
    _ yaml: String, file: String
  ) -> (organization: Organization?, findings: [Finding]) {
    let (node, problems) = YAMLReader.read(yaml, file: file)
    var outer = MappingReader(
      [], at: SourceLocation(file: file, line: 1, column: 1),
      laterKeys: ["queues", "calendars", "delegations", "policies"])
    outer.add(problems)
    var organization: Organization?
    if let node {
      organization = outer.mapping(node, example: "organization: Example Ltd") { mapping in
        var reader = OrganizationReader(mapping: mapping)
        let organization = reader.organization(source: yaml)
        mapping = reader.mapping
        return organization
      }
    }
    let findings = outer.findings.sorted { $0.location < $1.location }
    let isUsable = !findings.contains { $0.severity == .error }
    return (isUsable ? organization : nil, findings)
  }
}
