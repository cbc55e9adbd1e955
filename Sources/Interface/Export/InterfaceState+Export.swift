// `E`: the list in a file.

import ApplicationRuntime
import Foundation
import Workflow

extension InterfaceState {
  /// A name that says what is in the file and of which day it is.
  var proposedExport: String {
    "countersign-\(page.kind.rawValue)-\(setup.clock.day(of: now).iso8601).csv"
  }

  var canExport: Availability {
    page.list == nil || !PageKind.lists.contains(page.kind) ? .off("there is no list here") : .on
  }

  mutating func beginExport() -> [Effect] {
    guard let list = page.list else { return [] }
    let marked = list.markedRows.count
    let count =
      marked > 0
      ? plural(marked, "marked row")
      : page.content.listName.map { "\(list.passing) \($0)" } ?? plural(list.passing, "row")
    let filter = list.filter.isEmpty ? "" : ", filtered by /\(list.filter.source)"
    let proposed = exportFolder + proposedExport
    open(
      dialog: Dialog(
        title: "Export \(page.kind.title)",
        lines: [
          "\(count)\(filter). The file's ending chooses: .csv for a table, .jsonl for an object "
            + "a line. Of a folder the name is proposed."
        ],
        fields: [Dialog.Field(label: "File", area: TextArea(proposed), isRequired: true)]
          + (page.reports == nil ? [] : [Self.contentField]),
        confirm: "Write"
      ) { (state, texts) throws(Dialog.Complaint) in
        try state.export(to: texts.first ?? "", wholly: texts.last == Self.documents)
      })
    return []
  }

  private static let documents = "documents"

  private static var contentField: Dialog.Field {
    Dialog.Field(
      label: "Content",
      choice: ChoiceField(
        [
          .init(id: "list", label: "the list", note: "a row for each document"),
          .init(
            id: documents, label: "the documents",
            note: "a row for each line, as i imports them: .csv"),
        ], usual: "list"))
  }

  private mutating func export(
    to typed: String, wholly: Bool
  ) throws(Dialog.Complaint) -> [Effect] {
    let path = try completed(typed)
    guard let format = ListExport.format(of: path) else {
      throw Dialog.Complaint("End the name in .csv or .jsonl.")
    }
    guard !wholly || format == .csv else {
      throw Dialog.Complaint("Documents with their lines are written as .csv.", field: 0)
    }
    tell("Writing \(path) …")
    var export = ListExport(path: path, format: format, page: page.content, context: context)
    export.isOfDocuments = wholly
    return [.export(export)]
  }

  /// What was typed as the path of a file: a folder takes the proposed name, a name without an
  /// ending is a table's.
  func completed(_ typed: String) throws(Dialog.Complaint) -> String {
    let path = typed.trimmingCharacters(in: .whitespaces)
    if path == "~" || path == "." || path == ".." { return path + "/" + proposedExport }
    if path.hasSuffix("/") { return path + proposedExport }
    guard !(path as NSString).lastPathComponent.isEmpty else {
      throw Dialog.Complaint("The name of a file is needed.")
    }
    return (path as NSString).pathExtension.isEmpty ? path + ".csv" : path
  }

  mutating func take(
    exported: ListExport, _ result: Result<ExportOutcome, EngineError>
  ) -> [Effect] {
    switch result {
    case .success(.written(let path, let rows)):
      // Only where something could be written the next one is proposed.
      let folder = (exported.path as NSString).deletingLastPathComponent
      exportFolder = folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/"
      let most = rows >= ListExport.largest ? " It ends there: a command writes more." : ""
      tell("Wrote \(plural(rows, "row")) to \(path).\(most)", kind: .done)
    case .success(.exists(let path)):
      open(
        dialog: Dialog(
          title: "Overwrite", lines: ["\(path) is there already. Its content would be lost."],
          confirm: "Overwrite", isDangerous: true
        ) { _, _ in
          var again = exported
          again.overwrites = true
          return [.export(again)]
        })
    case .failure(let error): fail(error)
    }
    return []
  }
}
