// A list in a file.

extension ActionTable {
  static let exportActions: [PageAction] = [
    PageAction(
      .export, "E", "export", "Writes all rows of the list, as filtered, to a CSV or JSON file.",
      in: PageKind.verbs, when: { $0.canExport },
      perform: { $0.beginExport() })
  ]
}
