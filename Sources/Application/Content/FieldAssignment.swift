// `field=value` as it is typed on a command line, read by the field's declared type.

import ApplicationRuntime
import Workflow

struct FieldAssignment: Hashable {
  let name: String
  let text: String

  /// Reads `costCenter=4100`; the name in any of the three spellings.
  init(_ argument: String) throws(EngineError) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      throw EngineError(.usage, "“\(argument)” is not field=value.")
    }
    name = Word(String(argument[..<equals])).hyphenated
    text = String(argument[argument.index(after: equals)...])
  }

  /// The value for one of these fields. An empty text is no value.
  func value(
    among fields: [Field], currency: Currency, today: Day
  ) throws(EngineError) -> Value {
    guard let field = fields.first(where: { $0.name == name }) else {
      throw EngineError(
        .badData, "There is no field “\(name)”" + FieldNames.hint(name, among: fields) + ".")
    }
    guard !field.isCalculated else {
      throw EngineError(.badData, "“\(name)” is calculated and cannot be set.")
    }
    if text.isEmpty { return .none }
    do {
      return try Self.read(text, as: field.type, currency: currency, today: today)
    } catch let error as EntryError {
      throw EngineError(.badData, "\(name): \(error.message)")
    } catch let error as ValueError {
      throw EngineError(.badData, "\(name): \(error.message)")
    } catch let error as JSONError {
      throw EngineError(.badData, "\(name): \(error.message)")
    } catch {
      throw EngineError(.internal, "\(name): \(error)")
    }
  }

  private static func read(
    _ text: String, as type: ValueType, currency: Currency, today: Day
  ) throws -> Value {
    switch type {
    case .money: return .money(try AmountEntry.parse(text, default: currency))
    case .day: return .day(try DayEntry.parse(text, near: today))
    case .bool where ["yes", "true", "on"].contains(text): return .bool(true)
    case .bool where ["no", "false", "off"].contains(text): return .bool(false)
    case .list(let element) where !text.hasPrefix("["):
      let parts = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
      return .list(
        try parts.map { try read($0, as: element, currency: currency, today: today) })
    case .list, .record:
      return try Value(json: JSON(parsing: text), type: type, currency: currency)
    default: return try Value(json: .string(text), type: type, currency: currency)
    }
  }
}

extension Record {
  /// Sets what was assigned; several mistakes are told at once.
  mutating func assign(
    _ assignments: [FieldAssignment], fields: [Field], currency: Currency, today: Day
  ) throws(EngineError) {
    var problems: [String] = []
    for assignment in assignments {
      do {
        self[assignment.name] = try assignment.value(
          among: fields, currency: currency, today: today)
      } catch {
        problems.append(error.message)
      }
    }
    guard let first = problems.first else { return }
    throw EngineError(
      .badData, first, details: problems.count == 1 ? [] : Array(problems.dropFirst()))
  }
}
