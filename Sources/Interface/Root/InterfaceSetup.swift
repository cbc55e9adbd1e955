// What the pages are told when they start.

import ApplicationRuntime
import Workflow

/// The surroundings of the pages; of all this only types, filters and
/// mouse change.
package struct InterfaceSetup: Sendable {
  /// How the store is called in the status line: `demo`.
  package var storeName: String
  package var clock: LocalClock
  package var currency: Currency
  /// The document types that can be made here, in the order they are offered.
  package var types: [any DocumentType]
  /// The type whose documents can be made of a CSV file; nil when there is none.
  package var importedType: DocumentTypeID?
  /// The workflows that the program carries.
  package var shippedWorkflows: [ShippedWorkflow] = []
  /// The person who sits at the keyboard; nil when the login is nobody here.
  package var login: PersonID?
  /// Look, never act.
  package var isReadOnly = false
  /// Whether `@` may switch to another person here.
  package var mayActAsOthers = false
  /// Whether `&` lets simulated colleagues work here: in a sample store.
  package var hasColleagues = false
  /// How long an answer can be taken back.
  package var undoWindow: Duration = .seconds(5)
  /// The filters that the person keeps, and those used last.
  package var filters = SavedFilters()
  /// Whether the mouse is the program's; off, the terminal's own selection works.
  package var usesMouse = true
  /// One line that names four keys, until they were used.
  package var showsHints = false
  /// In a demo, the line to run in a second terminal; the help keeps it readable.
  package var secondTerminalCommand: String?
  /// What was to be told before there was a screen.
  package var warnings: [String] = []
  /// The keys; remapped ones when the configuration says so.
  package var table: ActionTable

  package init(
    storeName: String, clock: LocalClock, currency: Currency, types: [any DocumentType],
    login: PersonID?, table: ActionTable = .standard
  ) {
    self.storeName = storeName
    self.clock = clock
    self.currency = currency
    self.types = types
    self.login = login
    self.table = table
  }

  package func type(_ id: DocumentTypeID) -> (any DocumentType)? { types.first { $0.id == id } }
}
