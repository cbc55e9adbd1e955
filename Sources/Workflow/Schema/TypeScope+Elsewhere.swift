// Where a name is known that a condition looks for in the wrong place: the header or a line.

extension TypeScope {
  /// Says how a name is written that is a field of a line rather than of the whole document, or
  /// the other way round; none when it is neither.
  ///
  /// - Parameters:
  ///   - path: the words before it, such as `line` or `document`.
  ///   - isInList: whether it stands inside of `lines.any(…)`.
  func whereElse(_ word: String, from path: [String], isInList: Bool) -> String? {
    guard !isInList, case .list(of: .record(let line)) = names["lines"] else { return nil }
    let shown = Word(word).underscored
    let hasLine = names["line"] != nil
    if path.isEmpty, word == "line", !hasLine {
      return "one line is known in line workflows and in `route`; of all lines ask `lines.any(…)`"
    }
    if path.isEmpty || path == ["document"], line[word] != nil {
      return "a line has it: write "
        + (hasLine ? "`line.\(shown)`" : "`lines.any(\(shown) …)`, or ask `all` or `sum`")
    }
    if path == ["line"], names[word] != nil {
      return "the whole document has it: write `\(shown)`"
    }
    return nil
  }
}
