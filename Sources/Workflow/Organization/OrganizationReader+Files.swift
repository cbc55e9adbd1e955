// The files that an organisation names: `holidays.ics`, `rates.csv`.

extension OrganizationReader {
  /// The text of a named file with the name for its findings; reports at the place that names it
  /// when it cannot be had.
  mutating func text(of name: String, at location: SourceLocation) -> (text: String, file: String)?
  {
    guard NamedFile.isName(name) else {
      mapping.error(
        at: location, "\(quoted(name)) is no file beside this one",
        "Write the name of a file in the same folder, such as `holidays.ics`")
      return nil
    }
    if !namedFiles.contains(name) { namedFiles.append(name) }
    guard namedFiles.count <= NamedFile.greatestCount else {
      if namedFiles.count == NamedFile.greatestCount + 1 {
        mapping.error(
          at: location, "more than \(NamedFile.greatestCount) files are named", "Join some of them")
      }
      return nil
    }
    let remedy = "Put it beside this file, or remove its name here"
    switch files[name] {
    case .text(let text) where text.utf8.count > NamedFile.greatestSize:
      mapping.error(
        at: location, "\(quoted(name)) is larger than \(NamedFile.greatestSize >> 20) MiB",
        "Remove from it what is not used")
      return nil
    case .text(let text):
      usedFiles[name] = text
      return (text, folder + name)
    case .unreadable(let reason):
      mapping.error(at: location, "\(quoted(name)) cannot be read: \(reason)", remedy)
      return nil
    case nil:
      mapping.error(at: location, "\(quoted(name)) cannot be read: it was not given", remedy)
      return nil
    }
  }
}
