// A YAML file of settings that is no workflow and no organisation, read with the same care.

/// Reads one mapping from a text, and everything that is wrong with it.
package enum SettingsFile {
  /// - Parameter body: reads the keys; those that it leaves are reported.
  /// - Returns: what the body made, nil where the text is no mapping; the findings by their places.
  package static func read<Result>(
    _ yaml: String, file: String, example: String, _ body: (inout MappingReader) -> Result
  ) -> (result: Result?, findings: [Finding]) {
    // A file of remarks alone says nothing, and nothing is wrong with that.
    let isEmpty = yaml.split(whereSeparator: \.isNewline).allSatisfy { line in
      line.drop { $0 == " " || $0 == "\t" }.first.map { $0 == "#" } ?? true
    }
    var reader = MappingReader(
      [], at: SourceLocation(file: file, line: 1, column: 1), laterKeys: [])
    if isEmpty { return (body(&reader), reader.findings) }
    let (node, problems) = YAMLReader.read(yaml, file: file)
    reader.add(problems)
    let result = node.flatMap { reader.mapping($0, example: example, body) }
    return (result, reader.findings.sorted { $0.location < $1.location })
  }
}
