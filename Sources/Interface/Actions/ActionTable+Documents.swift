// Making, changing and sending documents.

import ApplicationRuntime
import Screen

extension ActionTable {
  private static let pages: Set<PageKind> = [.reports, .document]

  static let documentActions: [PageAction] = [
    PageAction(
      .new, "n", "new", "Begins a new report.", in: [.inbox, .reports], footer: 50,
      when: { $0.setup.isReadOnly ? .off("this is a read-only session") : .on },
      perform: { $0.beginNew() }),
    PageAction(
      .edit, "e", "edit", "Edits the header and the lines.", in: pages.union([.inbox]), footer: 20,
      when: { $0.availability(of: .edit) },
      perform: { $0.beginEditing() }),
    PageAction(
      .submit, "s", "submit", "Submits, or resubmits what came back.",
      in: pages.union([.inbox]), footer: 21,
      when: { $0.submission.availability },
      perform: { $0.act($0.submission.action) }),
    PageAction(
      .recall, "U", "recall", "Takes a submitted document back.", in: pages, danger: .asksFirst,
      footer: 22, when: { $0.availability(of: .recall) },
      perform: { $0.act(.recall) }),
    PageAction(
      .duplicate, "Y", "duplicate", "Makes a draft with the same content, of each that is marked.",
      in: pages,
      when: { state in
        if state.setup.isReadOnly { return .off("this is a read-only session") }
        return state.selectedDocument == nil ? .off("nothing is selected") : .on
      },
      perform: { $0.duplicateSelected() }),
    PageAction(
      .receipt, "^T", "receipts", "Saves a copy of a receipt of the document.", in: [.document],
      when: { state in
        let document = state.page.document?.detail?.document
        let hasReceipts = document.map { !InterfaceState.receipts(of: $0).isEmpty } ?? false
        return hasReceipts ? .on : .off("no line has a receipt")
      },
      perform: { $0.showReceipts() }),
    PageAction(
      .delete, "x", "delete",
      "Deletes a draft, or all that are marked; u keeps them for some seconds.",
      in: pages,
      danger: .undoable, footer: 23, when: { $0.availability(of: .delete) },
      perform: { $0.deleteSelected() }),
    PageAction(
      .importFile, "i", "import", "Makes drafts of the rows of a CSV file.", in: [.reports],
      footer: 98,
      when: { state in
        if state.setup.isReadOnly { return .off("this is a read-only session") }
        return state.setup.importedType == nil ? .off("no documents here come from CSV files") : .on
      },
      perform: { state in
        state.openImport()
        return []
      }),
  ]
}
