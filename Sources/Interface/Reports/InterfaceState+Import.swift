// `i`: drafts from a CSV file, with every bad row told.

import ApplicationRuntime
import Workflow

extension InterfaceState {
  mutating func openImport() {
    open(
      dialog: Dialog(
        title: "Import",
        lines: [
          "A CSV file with one line of a report in each row. Columns are known by the names of "
            + "the fields; the column “report” says which rows belong together."
        ],
        fields: [Dialog.Field(label: "File", area: TextArea(), isRequired: true)],
        confirm: "Import"
      ) { state, texts in state.importFile(texts.first ?? "") })
  }

  mutating func importFile(_ path: String) -> [Effect] {
    guard let type = setup.importedType else { return [] }
    return [.importFile(path, type, as: viewer.actor)]
  }

  mutating func take(imported result: Result<ImportResult, EngineError>) -> [Effect] {
    switch result {
    case .success(let imported): tell(of: imported)
    case .failure(let error): fail(error)
    }
    return readAll()
  }

  private mutating func tell(of imported: ImportResult) {
    let count = imported.documents.count
    let made =
      count == 0 ? "No drafts were made" : "Made \(count) \(count == 1 ? "draft" : "drafts")"
    let ids = [imported.documents.first, imported.documents.last].compactMap { $0?.rawValue }
    let which = count == 0 ? "" : count == 1 ? ": \(ids[0])" : ": \(ids[0]) to \(ids[1])"
    if let first = imported.documents.first, page.kind == .reports {
      page.list?.awaitedSelection = first.rawValue
    }
    guard !imported.problems.isEmpty else {
      return tell("\(made) of \(imported.file)\(which).", kind: .done)
    }
    var lines = ["\(made)\(which)."]
    if let rejected = imported.rejected {
      lines.append("The rows that could not be used are in \(rejected): mend and import that file.")
    }
    overlay = .text(
      TextOverlay(title: "Import of \(imported.file)", lines: lines + [""] + imported.problems))
  }
}
