// The people whom the document names, by itself or by way of a cost centre or a project.

import Workflow

extension FieldProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    var path = field.path
    let owned = path.count > 1 && path.last == "owner" ? path.dropLast().last : nil
    if owned != nil { path.removeLast() }
    let value = try self.value(at: path, turn)
    reads.record(path.joined(separator: "."), value)
    var people: [PersonID] = []
    for part in Self.parts(of: value) {
      if let person = try person(part, ownerOf: owned, turn, &reads), !people.contains(person) {
        people.append(person)
      }
    }
    return people
  }

  /// What the path names; of `lines` the part in every line.
  private func value(at path: [String], _ turn: Turn) throws(RuntimeError) -> Value {
    guard path.first == "lines", path.count > 1 else {
      return try turn.ask { try $0.field(FieldReference(path)) }
    }
    let lines = try turn.ask { try $0.field(FieldReference(["lines"])) }
    let parts = Self.parts(of: lines).map { line in
      path.dropFirst().reduce(line) { value, name in value.record?[name] ?? .none }
    }
    return .list(parts)
  }

  private static func parts(of value: Value) -> [Value] {
    value.list ?? (value.isNone ? [] : [value])
  }

  private func person(
    _ value: Value, ownerOf field: String?, _ turn: Turn, _ reads: inout ReadRecorder
  ) throws(RuntimeError) -> PersonID? {
    switch value {
    case .none: return nil
    case .record(let record) where field != nil: return record["owner"].text.map { PersonID($0) }
    case .text(let text):
      guard let field else { return text.isEmpty ? nil : PersonID(text) }
      let owner = try turn.ask { try $0.owner(of: field, value: value) }
      reads.record("\(text).owner", owner.map { .text($0.rawValue) } ?? .none)
      return owner
    default:
      throw RuntimeError(
        .nobodyAssigned,
        "\(description) names no person: it holds \(value.kind), “\(value.display)”")
    }
  }
}
