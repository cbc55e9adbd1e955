// The organisation, and settings of the store as a whole.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Reads the text of an organisation, and the files that it names, and reports every problem at
  /// once; the types and workflows that it names are looked up among those that there are. What
  /// the active workflows and the open items would miss is warned of.
  ///
  /// - Parameter files: see `Organization.namedFiles(in:)`.
  public func checkOrganization(
    _ source: String, file: String, files: [String: NamedFile] = [:]
  ) throws -> (organization: Organization?, findings: [Finding]) {
    let workflows = try reading { try $0.workflowVersions(of: nil).map(\.workflow) }
    let (organization, findings) = Organization.parse(
      source, file: file, files: files, types: parts.sources.builtInTypes.map(\.id),
      workflows: workflows)
    guard let organization else { return (nil, findings) }
    let misfits = try reading { try typeFindings(of: organization, file: file, $0) }
    let change = OrganizationChange(parts: parts, organization: organization, file: file)
    return (
      misfits.isEmpty ? organization : nil, findings + misfits + (try change.findings())
    )
  }

  /// What is wrong with the declared types beside those of Swift, and with the documents that
  /// there are.
  private func typeFindings(
    of organization: Organization, file: String, _ reading: any StoreReading
  ) throws -> [Finding] {
    let builtIn = parts.sources.builtInTypes
    let known = Dictionary(builtIn.map { ($0.id, $0.prefix) }) { first, _ in first }
    let declared = organization.declaredTypes
    let replacement = TypeReplacement(
      before: parts.types.filter { known[$0.key] == nil },
      after: Dictionary(declared.map { ($0.id, $0) }) { first, _ in first })
    return declared.flatMap { $0.collisions(with: known) }
      + (try replacement.findings(file: file, reading))
  }

  /// Makes a text the organisation from now on; the files that it names are kept with it.
  ///
  /// - Parameters:
  ///   - files: see `Organization.namedFiles(in:)`.
  ///   - actor: an administrator; nil only for a store that has no organisation yet.
  @discardableResult
  public func loadOrganization(
    _ source: String, file: String, files: [String: NamedFile] = [:], by actor: Actor?
  ) throws -> StoredOrganization {
    let (organization, findings) = Organization.parse(source, file: file, files: files)
    let errors = findings.filter { $0.severity == .error }
    guard let organization, errors.isEmpty else {
      throw EngineError(
        .badData, "\(file) cannot be the organisation", details: errors.map(\.description))
    }
    guard !organization.administrators.isEmpty else {
      throw EngineError(.badData, "\(file) names no administrator: nobody could mend anything")
    }
    if let actor { try requireAdministrator(actor, "change the organisation") }
    let now = now
    return try writing { transaction in
      let before = try transaction.organization()
      let misfits = try self.typeFindings(of: organization, file: file, transaction)
      guard misfits.isEmpty else {
        throw EngineError(
          .badData, "\(file) cannot be the organisation", details: misfits.map(\.description))
      }
      guard before == nil || actor != nil else {
        throw EngineError(.notAllowed, "the store has an organisation already")
      }
      let stored = StoredOrganization(
        revision: (before?.revision ?? 0) + 1, source: source, files: organization.files,
        loadedAt: now, loadedBy: actor?.person)
      try transaction.save(stored)
      try transaction.set("\(stored.revision)", for: SettingName.organizationRevision)
      return stored
    }
  }

  /// A setting of the store that programs keep there: "testClock".
  public func storeSetting(_ name: String) throws -> String? {
    try reading { try $0.setting("store." + name) }
  }

  /// Sets one; only whoever makes a store calls it.
  public func setStoreSetting(_ name: String, _ value: String?) throws {
    try writing { try $0.set(value, for: "store." + name) }
  }
}
