// Who acts: the person whose login is the operating system's user, or whom they act as.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct Identity {
  let organization: Organization
  let login: String
  /// Whether this user may act as others: the owner of the file, and everyone in a store made
  /// to be tried out.
  let mayImpersonate: Bool

  /// The person of the login; nil when it is nobody.
  var person: PersonID? { organization.person(login: login)?.id }

  /// Who acts, as a history entry names them.
  func actor(as other: String?) throws(EngineError) -> Actor {
    guard let other else {
      guard let person else { throw unknownLogin }
      return Actor(person)
    }
    let wanted = PersonID(other)
    guard organization.person(wanted) != nil else {
      throw EngineError(
        .notFound,
        "There is no person “\(other)” in this organisation"
          + Nearest.hint(to: other, among: organization.people.map(\.id.rawValue)) + ".")
    }
    if wanted == person { return Actor(wanted) }
    guard mayImpersonate else {
      throw EngineError(
        .notAllowed,
        "Only the owner of the store file may act as another person; you are \(login).")
    }
    return Actor(wanted, impersonatedBy: person ?? PersonID(login))
  }

  private var unknownLogin: EngineError {
    let names = organization.administrators.map { id in
      organization.person(id).map { "\($0.name) (\(id))" } ?? id.rawValue
    }
    let administrators = names.isEmpty ? "it has no administrator" : names.joined(separator: ", ")
    return EngineError(
      .notAllowed,
      "The login “\(login)” is nobody in this organisation; its administrators can add it: "
        + administrators + "." + (mayImpersonate ? " You may choose a person with --as ID." : ""))
  }
}
