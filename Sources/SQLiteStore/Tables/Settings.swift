// Settings of the store, by name.

import ApplicationRuntime

extension Reading {
  func setting(_ name: String) throws -> String? {
    try connection.first(.setting, { $0.add(name) }, { $0.text(0) })
  }
}

extension Transaction {
  func set(_ value: String?, for setting: String) throws {
    guard let value else {
      try connection.run(.removeSetting) { $0.add(setting) }
      return
    }
    try connection.run(.saveSetting) {
      $0.add(setting)
      $0.add(value)
    }
  }
}
