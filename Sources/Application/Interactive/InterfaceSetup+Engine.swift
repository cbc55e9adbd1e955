// What the pages are told of an engine when they start.

import ApplicationRuntime
import Expenses
import Interface
import Resources
import Workflow
import WorkflowRuntime

extension InterfaceSetup {
  /// What the store, the types and the program itself say; who may do what is the caller's.
  ///
  /// - Throws: when the organisation cannot be read.
  package init(
    of engine: Engine, storeName: String, login: PersonID?, table: ActionTable = .standard
  ) throws {
    let organization = try engine.organization()
    self.init(
      storeName: storeName, clock: LocalClock(timeZone: organization.timeZone),
      currency: organization.currency, types: engine.orderedTypes, login: login, table: table)
    importedType = types.first { $0 is ExpenseReport }?.id
    shippedWorkflows = ShippedResources.workflows.sorted { $0.key < $1.key }.map {
      ShippedWorkflow(id: $0.key, text: $0.value)
    }
  }
}
