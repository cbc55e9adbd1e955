// Receipts of lines: a file is chosen, kept beside the store, named in the line.

import ApplicationRuntime
import Screen

extension InterfaceState {
  // MARK: Attaching

  /// A folder opens; the file that is taken there is kept.
  mutating func chooseReceipt(ofLine line: Int, typed: String = "") -> [Effect] {
    choose(file: "Receipt of line \(line + 1)", typed: typed) { state, path in
      state.keep(receipt: path, line: line)
    }
  }

  mutating func keep(receipt path: String, line: Int) -> [Effect] {
    receiptUnderWay = (line, page.document?.editor?.sheet.lines ?? [])
    return [.keepReceipt(path)]
  }

  /// The line names the file when it is kept; why it cannot be is told where it was chosen.
  mutating func take(kept path: String, _ result: Result<KeptFile, EngineError>) -> [Effect] {
    var wasChosen = false
    if case .files(var picker) = overlay, picker.underWay == path {
      wasChosen = true
      picker.underWay = nil
      if case .failure(let error) = result { picker.failure = error.message }
      overlay = .files(picker)
    }
    defer { if case .success = result { receiptUnderWay = nil } }
    guard let (line, lines) = receiptUnderWay else { return [] }
    switch result {
    case .failure(let error):
      if !wasChosen { fail(error) }
      return []
    case .success(let file):
      if wasChosen { overlay = nil }
      guard let now = page.document?.editor?.sheet.lines,
        now.count == lines.count || now.prefix(line + 1) == lines.prefix(line + 1)
      else {
        fail("\(EntryError.shown(file.name)) was not attached: the lines changed meanwhile.")
        return []
      }
      return carryOut(
        page.document?.editor?.attached(receipt: file.description, line: line) ?? [])
    }
  }

  // MARK: Those that a line has

  private static let another = "+"

  /// The receipts of a line: Enter saves a copy of one elsewhere, ^X takes it away.
  mutating func showReceipts(ofLine line: Int) {
    guard let editor = page.document?.editor else { return }
    var chooser = Chooser(
      title: "Receipts of line \(line + 1)", kind: .listed,
      choices: Self.choices(of: editor.receipts(ofLine: line))
        + [Chooser.Choice(id: Self.another, label: "attach another…", note: "")]
    ) { state, choice in
      if choice.id == Self.another { return state.chooseReceipt(ofLine: line) }
      return state.askWhere(toCopy: choice.id)
    }
    chooser.showsIDs = false
    chooser.removed = { state, choice in
      guard choice.id != Self.another else { return [] }
      state.overlay = nil
      return state.carryOut(
        state.page.document?.editor?.detached(receipt: choice.id, line: line) ?? [])
    }
    overlay = .chooser(chooser)
  }

  /// The receipts of the document that is looked at.
  mutating func showReceipts() -> [Effect] {
    guard let document = page.document?.detail?.document else { return [] }
    let receipts = Self.receipts(of: document)
    let single = receipts.count == 1 ? receipts[0] : nil
    if let single, ReceiptName(single.text).file != nil {
      return askWhere(toCopy: single.text)
    }
    var chooser = Chooser(
      title: "Receipts of \(document.id)", kind: .listed,
      choices: receipts.map { receipt in
        let choice = Self.choice(of: receipt.text)
        return Chooser.Choice(
          id: choice.id, label: choice.label,
          note: "line \(receipt.line)" + (choice.note.isEmpty ? "" : ", " + choice.note))
      }
    ) { state, choice in state.askWhere(toCopy: choice.id) }
    chooser.showsIDs = false
    overlay = .chooser(chooser)
    return []
  }

  /// Every receipt of a document with its line, from 1.
  static func receipts(of document: Document) -> [(line: Int, text: String)] {
    document.content.lines.enumerated().flatMap { index, line in
      ["receipts", "receipt"].flatMap { line[$0].list ?? [] }.compactMap(\.text)
        .map { (index + 1, $0) }
    }
  }

  private static func choices(of receipts: [String]) -> [Chooser.Choice] {
    receipts.map { choice(of: $0) }
  }

  private static func choice(of receipt: String) -> Chooser.Choice {
    let name = ReceiptName(receipt)
    return Chooser.Choice(
      id: receipt, label: name.text, note: name.file == nil ? "a name alone; no file is kept" : "")
  }

  private mutating func askWhere(toCopy receipt: String) -> [Effect] {
    let name = ReceiptName(receipt)
    guard let file = name.file else {
      tell("\(name.shown) is a name alone; no file is kept here.")
      return []
    }
    let folder = fileFolder == "/" ? "" : fileFolder
    let plain = String(name.text.map { $0 == "/" ? "_" : $0 })
    open(
      dialog: Dialog(
        title: "Save a copy", lines: ["Of the receipt \(name.shown), in a new file."],
        fields: [
          Dialog.Field(label: "As", area: TextArea("\(folder)/\(plain)"), isRequired: true)
        ], confirm: "Save"
      ) { _, texts in
        [.copyReceipt(file, to: texts.first ?? "")]
      })
    return []
  }
}
