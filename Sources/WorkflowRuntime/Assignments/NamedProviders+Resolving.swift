// Providers that name people directly: a user, users, a group, administrators, the originator.

import Workflow

extension UserProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    [user]
  }
}

extension UsersProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    users
  }
}

extension GroupProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    guard let members = try turn.ask({ try $0.members(of: group) }) else {
      // Nobody, as if it were empty: the fallback is asked.
      reads.record("group \(group)", "not in the organisation")
      return []
    }
    return members
  }
}

extension AdministratorsProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    try turn.ask { try $0.administrators() }
  }
}

extension OriginatorProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    [turn.state.originator]
  }
}
