// What is left of the limits of a document's instances while they are on hold (SPEC 8).

import Workflow
import WorkflowRuntime

/// The instances of a document whose time stands still, because it, or a line, was sent back.
struct Holds {
  private let limits: [InstanceID: HeldLimits]

  init(
    _ permissions: Permissions, parts: EngineParts, _ reading: any StoreReading
  ) throws {
    let open = permissions.instances.filter(\.status.isOpen)
    let states = Dictionary(
      open.compactMap { instance in
        Self.state(of: instance).map { (instance.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    let lookup = DocumentLookup(
      document: permissions.document, type: permissions.type,
      organization: permissions.organization, today: permissions.today, reading)
    let now = parts.clock.now()
    var wholes: [InstanceID: DocumentHold] = [:]
    var limits: [InstanceID: HeldLimits] = [:]
    for instance in open {
      guard let state = states[instance.id], let definition = permissions.definition(instance)
      else { continue }
      var whole: DocumentHold?
      if instance.line != nil, let parent = instance.parent?.instance {
        whole = try wholes[parent] ?? Self.hold(of: parent, states[parent], reading)
        wholes[parent] = whole
      }
      limits[instance.id] = try parts.runtime.heldLimits(
        of: state, by: definition, whole: whole, lookup: lookup, at: now)
    }
    self.limits = limits
  }

  /// What is left of the limits of an instance; nil while they run.
  subscript(instance: InstanceID) -> HeldLimits? { limits[instance] }

  private static func hold(
    of parent: InstanceID, _ state: InstanceState?, _ reading: any StoreReading
  ) throws -> DocumentHold? {
    try (state ?? reading.instance(parent).flatMap(Self.state)).map(DocumentHold.init)
  }

  /// None where it cannot be read: nothing is shown of its limits then.
  private static func state(of instance: StoredInstance) -> InstanceState? {
    guard let state = instance.state, let json = try? JSON(parsing: state) else { return nil }
    return try? InstanceState(stored: json)
  }
}
