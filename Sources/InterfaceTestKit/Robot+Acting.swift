// What a robot does: keys, texts, the mouse, the size of the window, and time.

import Interface
import Screen

extension Robot {
  /// Does an action of the page by its name, as `keys:` in the configuration calls it: `approve`,
  /// `request-change`. It presses the action's key, or runs it by the palette where it has none.
  ///
  /// - Throws: ``Unmet`` when the page does not offer it, or offers it and says why it is off.
  public func act(
    _ name: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    let action = try action(name, TestLine(file, line))
    switch action.availability(interface) {
    case .on: break
    case .off(let reason):
      throw unmet("“\(name)” is off: \(reason)", TestLine(file, line))
    case .absent: throw unmet("“\(name)” is not offered here", TestLine(file, line))
    }
    if let key = action.keys.first {
      try take(.input(.key(key)))
    } else {
      try press(":", file: file, line: line)
      try type(name)
      try press("Enter", file: file, line: line)
    }
  }

  /// Presses keys, one after the other, by the spellings of the key map: `"j j Enter"`, `"^S"`.
  ///
  /// - Throws: ``Unmet`` for a spelling that is no key.
  public func press(
    _ keys: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    for spelling in keys.split(separator: " ").map(String.init) {
      guard let key = Key(spelling) else {
        throw unmet("“\(spelling)” is no key", TestLine(file, line))
      }
      try take(.input(.key(key)))
    }
  }

  /// Types a text, character by character.
  public func type(_ text: String) throws {
    for character in text { try take(.input(.key(.character(character)))) }
  }

  /// Pastes a text.
  public func paste(_ text: String) throws { try take(.input(.paste(text))) }

  /// Goes to the button of the dialog that begins so, and presses it: `Reject` presses
  /// `[ Reject ER-000012 ]`.
  ///
  /// - Throws: ``Unmet`` when there is no dialog, or no such button in it.
  public func confirm(
    _ label: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    guard let dialog = interface.dialog else {
      throw unmet("a dialog with “\(label)”", TestLine(file, line))
    }
    for _ in 0...(dialog.fieldCount + dialog.buttons.count) {
      if interface.dialog?.focusedButton?.label.hasPrefix(label) == true {
        return try take(.input(.key(.enter)))
      }
      try take(.input(.key(.tab)))
    }
    throw unmet("a button “\(label)”", TestLine(file, line))
  }

  /// Goes down the list to the first row that has all the words.
  ///
  /// - Throws: ``Unmet`` when no row has them.
  public func select(
    _ words: String..., file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    try take(.input(.key(.character("g"))))
    var before = ""
    while let selected = selectedLine, text != before {
      if words.allSatisfy({ selected.contains($0) }) { return }
      before = text
      try take(.input(.key(.character("j"))))
    }
    throw unmet("a row with \(Self.list(words))", TestLine(file, line))
  }

  /// Becomes another person, by name, as `@` does.
  ///
  /// - Throws: ``Unmet`` when there is nobody of that name.
  public func become(
    _ name: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try press("@", file: file, line: line)
    try type(name)
    try press("Enter", file: file, line: line)
    guard interface.viewer.name == name else {
      throw unmet("somebody who is called “\(name)”", TestLine(file, line))
    }
  }

  /// Clicks on a cell, counted from 0 at the top left.
  public func click(column: Int, row: Int) throws {
    try mouse(.press, .left, column: column, row: row)
    try mouse(.release, .left, column: column, row: row)
  }

  /// Clicks on the first place where the text stands.
  ///
  /// - Throws: ``Unmet`` when it stands nowhere.
  public func click(
    _ text: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    guard let point = place(of: text) else {
      throw unmet("“\(text)” to click on", TestLine(file, line))
    }
    try click(column: point.column, row: point.row)
  }

  /// Turns the wheel over a cell, down for numbers above 0.
  public func scroll(by steps: Int, column: Int, row: Int) throws {
    for _ in 0..<abs(steps) {
      try mouse(steps > 0 ? .scrollDown : .scrollUp, .none, column: column, row: row)
    }
  }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) throws {
    try take(.input(.resize(Size(columns: columns, rows: rows))))
  }

  /// Lets time pass: what falls due happens, windows end, messages on the screen go.
  public func pass(_ duration: Duration) throws { try advance(by: duration) }

  // MARK: What it needs

  private func action(_ name: String, _ line: TestLine) throws -> PageAction {
    guard let known = ActionName(rawValue: name) else {
      throw unmet("there is no action “\(name)”", line)
    }
    let kind = interface.keyContext
    guard let action = interface.setup.table.action(known, in: kind) else {
      throw unmet("“\(name)” is no action of “\(kind.rawValue)”", line)
    }
    return action
  }

  private func mouse(
    _ action: Mouse.Action, _ button: Mouse.Button, column: Int, row: Int
  ) throws {
    let point = Point(column: column, row: row)
    try take(.input(.mouse(Mouse(action: action, button: button, point: point))))
  }

  private func place(of text: String) -> Point? {
    let frame = frame
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns
      where frame.line(row, columns: column..<frame.size.columns).hasPrefix(text) {
        return Point(column: column, row: row)
      }
    }
    return nil
  }
}
