// Who acts: the one place that lets a person in.

import Workflow
import WorkflowRuntime

extension EngineParts {
  /// The active person who acts; refuses strangers and disabled people.
  @discardableResult
  func acting(_ actor: Actor, in organization: Organization) throws(EngineError) -> Person {
    guard let person = organization.person(actor.person) else {
      throw EngineError(.notAllowed, "“\(actor.person)” is nobody in this organisation")
    }
    guard person.isActive(on: today(in: organization)) else {
      throw EngineError(.notAllowed, "\(person.name) is disabled")
    }
    // Who acts as somebody else may be nobody here: the owner of the store's file.
    if let real = actor.impersonatedBy.flatMap({ organization.person($0) }),
      !real.isActive(on: today(in: organization))
    {
      throw EngineError(
        .notAllowed, "\(real.name) is disabled, and cannot act as \(person.name)")
    }
    return person
  }
}

extension Engine {
  /// Reads for a person who may act here at all.
  func reading<Result>(
    as actor: Actor, _ body: (any StoreReading, Organization) throws -> Result
  ) throws -> Result {
    try reading { reading in
      let organization = try parts.sources.organization(reading)
      try parts.acting(actor, in: organization)
      return try body(reading, organization)
    }
  }

  /// Refuses what only administrators may do, naming what it is: "only an administrator may …".
  ///
  /// - Throws: ``EngineError`` with the code `notAllowed`.
  public func requireAdministrator(_ actor: Actor, to what: String) throws {
    try requireAdministrator(actor, what)
  }

  /// Refuses what only administrators may do, naming what it is.
  func requireAdministrator(_ actor: Actor, _ what: String) throws {
    let organization = try organization()
    try parts.acting(actor, in: organization)
    guard organization.isAdministrator(actor.person) else {
      throw EngineError(.notAllowed, "only an administrator may \(what)")
    }
  }
}
