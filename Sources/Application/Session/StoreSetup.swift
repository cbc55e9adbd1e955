// Making a store: its organisation, its workflows, its clock.

import ApplicationRuntime
import Foundation
import Resources
import Workflow
import WorkflowRuntime

/// What `init` makes. A store that could not be set up whole is removed again.
struct StoreSetup {
  enum People {
    /// The sample organisation.
    case sample
    /// An organisation's file.
    case file(OrganizationInput)
    /// The person who runs it, alone.
    case soleUser
  }

  /// A store that was made, and what its maker should know.
  struct Made {
    let location: StoreLocation
    let told: [String]
  }

  /// Where the clock of a test-clock store begins, unless `--now` says otherwise: before
  /// everything that is replayed on it.
  static let testClockStart = "2000-01-01T00:00:00.000000Z"

  let location: StoreLocation
  let context: CommandContext
  var people = People.soleUser
  var hasTestClock = false
  var sharedGroup: String?

  /// A store for the person who runs it.
  static func soleUser(at location: StoreLocation, context: CommandContext) throws -> Made {
    try StoreSetup(location: location, context: context).make()
  }

  func make() throws -> Made {
    let organization = try organizationSource()
    let clockStart = try clockStart()
    let store = try StoreFile.create(location, sharedGroup: sharedGroup)
    do {
      defer { try? store.close() }
      return Made(
        location: location,
        told: try fill(store, organization: organization, clockStart: clockStart))
    } catch {
      for file in Self.files(of: location) { try? FileManager.default.removeItem(atPath: file) }
      throw error
    }
  }

  private func fill(
    _ store: any Store, organization: OrganizationSource, clockStart: String?
  ) throws -> [String] {
    if let clockStart { try store.write { try $0.set(clockStart, for: StoreSetting.clock) } }
    let clock = try StoreClock(of: store)
    let engine = Engine(
      store: store, types: context.environment.types, clock: clock ?? context.environment.clock)
    _ = try engine.loadOrganization(
      organization.text, file: organization.file, files: organization.files, by: nil)
    var told = ["Made the store \(location.path)."]
    if let clock {
      told.append(
        "Its clock stands at \(clock.now().iso8601) and is moved by --now and by `at` in a batch.")
    }
    switch people {
    case .file:
      told.append("It has no workflow yet: `countersign workflow save FILE --activate`.")
    case .sample:
      try engine.setStoreSetting(StoreSetting.sample, "true")
      try activateShipped(in: engine, submitterMayApprove: false)
      told.append("The sample organisation is in it; act as one of its people with --as.")
    case .soleUser:
      try activateShipped(in: engine, submitterMayApprove: true)
      told.append(
        "You, \(context.environment.login), are its only user: an administrator, and in every "
          + "group that the workflows name.")
      told.append("`submitter-may-approve` is on, so that you can approve your own reports.")
    }
    return told
  }

  private func activateShipped(in engine: Engine, submitterMayApprove: Bool) throws {
    guard let administrator = try engine.organization().administrators.first else {
      throw EngineError(.badData, "The organisation has no administrator.")
    }
    for name in ShippedResources.workflowsInUse {
      guard let shipped = ShippedResources.workflows[name] else { continue }
      let type = WorkflowDefinition.parse(shipped, file: name).definition?.type
      // A program may leave out a type that ships.
      guard context.environment.types.contains(where: { $0.id == type }) else { continue }
      let text = submitterMayApprove ? Self.lettingSubmittersApprove(shipped) : shipped
      let saved = try engine.saveWorkflow(
        text, file: "shipped:\(name)", comment: "Shipped with Countersign",
        by: Actor(administrator))
      _ = try engine.activateWorkflow(
        saved.workflow, version: saved.version, acceptingWarnings: true, by: Actor(administrator))
    }
  }

  /// The file with `submitter-may-approve: true`, whatever it said.
  static func lettingSubmittersApprove(_ text: String) -> String {
    let key = "submitter-may-approve:"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { $0.hasPrefix(key) }) else {
      return "\(key) true\n" + text
    }
    return lines.map { $0.hasPrefix(key) ? "\(key) true" : $0 }.joined(separator: "\n")
  }

  private typealias OrganizationSource = (text: String, file: String, files: [String: NamedFile])

  private func organizationSource() throws -> OrganizationSource {
    switch people {
    case .sample: return (ShippedResources.organization, "shipped:organization", [:])
    case .soleUser: return (soleUser().source, "the organisation of one", [:])
    case .file(let input):
      let findings = Organization.parse(input.text, file: input.name, files: input.files).findings
      try CheckedFile(findings: findings).requireNoErrors(in: input.name)
      return (input.text, input.name, input.files)
    }
  }

  private func soleUser() -> Organization {
    let login = context.environment.login
    let groups = ShippedResources.workflows.flatMap { name, text in
      WorkflowDefinition.parse(text, file: "shipped:\(name)").definition?.namedGroups ?? []
    }
    return .soleUser(
      id: PersonID(login), name: login, login: login, groups: Set(groups).sorted(),
      timeZone: TimeZone.current.identifier)
  }

  private func clockStart() throws(EngineError) -> String? {
    guard hasTestClock else {
      guard context.options.now == nil else {
        throw EngineError(.usage, "--now needs --test-clock here.")
      }
      return nil
    }
    guard let now = context.options.now else { return Self.testClockStart }
    return try CommandContext.time(now).iso8601WithMicroseconds
  }

  private static func files(of location: StoreLocation) -> [String] {
    let url = URL(fileURLWithPath: location.path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 == url.lastPathComponent || $0.hasPrefix(url.lastPathComponent + "-") }
      .map { folder + "/" + $0 }
  }
}

extension WorkflowDefinition {
  /// The groups whose members it may ask.
  var namedGroups: [GroupID] {
    let assignments = allElements.flatMap { element -> [Assignment] in
      switch element.definition {
      case let task as TaskElement: [task.assignment]
      case let approval as ApprovalElement: approval.steps.map(\.assignment)
      default: []
      }
    }
    return assignments.flatMap { [$0.provider, $0.fallback] }
      .compactMap { ($0 as? GroupProvider)?.group }
  }
}
