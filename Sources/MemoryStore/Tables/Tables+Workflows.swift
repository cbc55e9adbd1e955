// Organisations and workflow versions.

import ApplicationRuntime
import Workflow

extension Tables {
  mutating func save(_ organization: StoredOrganization) throws {
    guard organization.revision > self.organization?.revision ?? 0 else {
      throw StoreError(.conflict, "Revision \(organization.revision) is there already.")
    }
    self.organization = organization
  }

  mutating func insert(_ version: StoredWorkflowVersion) throws {
    var versions = versions[version.workflow] ?? []
    guard !versions.contains(where: { $0.version == version.version }) else {
      throw StoreError(.conflict, "\(version.workflow) has version \(version.version) already.")
    }
    versions.append(version)
    self.versions[version.workflow] = versions.sorted { $0.version < $1.version }
  }

  mutating func activate(_ version: Int?, of workflow: WorkflowID) throws {
    var versions = versions[workflow] ?? []
    guard version == nil || versions.contains(where: { $0.version == version }) else {
      throw StoreError(.unexpected, "\(workflow) has no such version.")
    }
    for index in versions.indices { versions[index].isActive = versions[index].version == version }
    self.versions[workflow] = versions
  }

  mutating func deleteVersion(_ version: Int, of workflow: WorkflowID) throws {
    guard versions[workflow]?.contains(where: { $0.version == version }) == true else {
      throw StoreError(.unexpected, "\(workflow) has no such version.")
    }
    versions[workflow]?.removeAll { $0.version == version }
    if versions[workflow]?.isEmpty == true { versions[workflow] = nil }
  }

  func activeVersions(for type: DocumentTypeID) -> [StoredWorkflowVersion] {
    versions.values.joined().filter { $0.isActive && $0.documentType == type }
      .sorted { $0.workflow < $1.workflow }
  }

  func workflowVersions(of workflow: WorkflowID?) -> [StoredWorkflowVersion] {
    if let workflow { return (versions[workflow] ?? []).reversed() }
    return versions.values.compactMap(\.last).sorted { $0.workflow < $1.workflow }
  }
}
