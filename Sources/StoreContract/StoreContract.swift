// The rules that every store must keep: the same suite runs on SQLite and on a database server.

import ApplicationRuntime

/// What holds for any ``Store``. A test target runs `all` on stores of its own:
///
///     @Test(arguments: StoreContract.all)
///     func contract(_ check: StoreContract.Check) throws {
///       try check.run { try SQLiteStore.create(at: temporaryPath()) }
///     }
public enum StoreContract {
  /// Makes an empty store; each call another one.
  public typealias Factory = @Sendable () throws -> any Store

  /// One rule, named in words.
  public struct Check: Sendable, CustomStringConvertible {
    public let name: String
    private let body: @Sendable (any Store) throws -> Void

    /// A rule that needs one store.
    init(_ name: String, on body: @escaping @Sendable (any Store) throws -> Void) {
      self.name = name
      self.body = body
    }

    /// Throws a ``Violation``, or what the store threw.
    public func run(_ factory: Factory) throws {
      let store = try factory()
      try body(store)
      try store.close()
    }

    public var description: String { name }
  }

  /// A rule that a store broke.
  public struct Violation: Error, CustomStringConvertible {
    public let description: String
  }

  /// Every rule.
  public static var all: [Check] {
    atomicity + settings + organizations + queue + queueCounts + holding + instances + documents
      + workItems + lists + history + record + records + notifications + deliveries + sharing
  }
}

/// Throws when what should hold does not.
func require(
  _ condition: @autoclosure () throws -> Bool, _ rule: String, line: Int = #line
) throws {
  guard try condition() else {
    throw StoreContract.Violation(description: "\(rule) (line \(line))")
  }
}

/// Throws when two values differ, naming both.
func requireEqual<Value: Equatable>(
  _ found: Value?, _ expected: Value?, _ rule: String, line: Int = #line
) throws {
  guard found == expected else {
    throw StoreContract.Violation(
      description: "\(rule): found \(words(found)), expected \(words(expected)) (line \(line))")
  }
}

/// Throws unless `body` throws a store error with this code.
func requireError<Result>(
  _ code: StoreError.Code, _ rule: String, line: Int = #line, _ body: () throws -> Result
) throws {
  do {
    _ = try body()
  } catch let error as StoreError where error.code == code {
    return
  } catch {
    throw StoreContract.Violation(description: "\(rule): threw \(error) (line \(line))")
  }
  throw StoreContract.Violation(description: "\(rule): threw nothing (line \(line))")
}

private func words(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "nothing" }
