// What a person prefers, from the configuration file.

import ApplicationRuntime
import Foundation
import Interface
import Screen
import Workflow

/// The file `config.yaml` under `XDG_CONFIG_HOME`. Options win over it, and so does `NO_COLOR`.
struct Configuration: Sendable {
  var color: ColorOption?
  var isASCII = false
  /// The theme of the screens.
  var theme: Theme.Name?
  var usesMouse = true
  /// How long an answer that is given on a screen can be taken back.
  var undoWindow: Duration?
  /// The store where none is named.
  var store: String?
  /// The keys of the screens, by the names of actions.
  var keys: ActionTable = .standard

  static let sizeLimit = 64 * 1024

  init() {}

  /// Reads the person's file; without one, nothing is preferred.
  init(variables: [String: String]) throws(EngineError) {
    guard let path = Self.path(variables), FileManager.default.fileExists(atPath: path) else {
      self.init()
      return
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw EngineError(.badData, "The configuration \(path) cannot be read.")
    }
    guard bytes.count <= Self.sizeLimit, let text = String(validating: bytes, as: UTF8.self) else {
      throw EngineError(.badData, "\(path) is no UTF-8 text of at most 64 KiB.")
    }
    try self.init(text, file: path, variables: variables)
  }

  /// Where the file would be; nil without a home.
  static func path(_ variables: [String: String]) -> String? {
    (try? StoreLocation.folder("XDG_CONFIG_HOME", or: ".config", variables)).map {
      $0 + "/config.yaml"
    }
  }

  /// Reads a text; every mistake in it is told with line and column.
  init(
    _ text: String, file: String, variables: [String: String] = [:]
  ) throws(EngineError) {
    let (read, findings) = SettingsFile.read(text, file: file, example: "theme: light") {
      reader in
      var settings = ConfigurationReader(home: variables["HOME"])
      settings.read(&reader)
      return settings.configuration
    }
    guard findings.isEmpty, let read else {
      throw EngineError(
        .badData, "The configuration \(file) is wrong.", details: findings.map(\.description))
    }
    self = read
  }
}
