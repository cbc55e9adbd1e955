// Providers that name people directly: a user, users, a group, administrators, the originator.

import Workflow

extension UserProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    [user]
  }
}

extension UsersProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    users
  }
}

extension GroupProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    guard let members = try turn.ask({ try $0.members(of: group) }) else {
      throw RuntimeError(.nobodyAssigned, "there is no group “\(group)” in the organisation")
    }
    return members
  }
}

extension AdministratorsProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    try turn.ask { try $0.administrators() }
  }
}

extension OriginatorProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    [turn.state.originator]
  }
}
