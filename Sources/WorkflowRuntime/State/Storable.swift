// How values of the runtime are written to the store and read back: as JSON with named parts.

import Workflow

/// A value with a stored form.
public protocol Storable: Sendable {
  var json: JSON { get }
  /// Throws ``RuntimeError/Code/unreadable`` when the stored form is not of this type.
  init(stored json: JSON) throws(RuntimeError)
}

extension RawRepresentable where Self: Storable, RawValue == String {
  public var json: JSON { .string(rawValue) }

  public init(stored json: JSON) throws(RuntimeError) {
    guard let text = json.string, let value = Self(rawValue: text) else {
      throw RuntimeError(.unreadable, "“\(json.text)” is not a \(Self.self)")
    }
    self = value
  }
}

extension Int: Storable {
  public var json: JSON { .integer(Int64(self)) }

  public init(stored json: JSON) throws(RuntimeError) {
    guard let number = json.integer, let value = Int(exactly: number) else {
      throw RuntimeError(.unreadable, "“\(json.text)” is not a whole number")
    }
    self = value
  }
}

extension String: Storable {
  public var json: JSON { .string(self) }

  public init(stored json: JSON) throws(RuntimeError) {
    guard let text = json.string else {
      throw RuntimeError(.unreadable, "“\(json.text)” is not a text")
    }
    self = text
  }
}

extension Timestamp: Storable {
  public var json: JSON { .integer(microseconds) }

  public init(stored json: JSON) throws(RuntimeError) {
    guard let microseconds = json.integer else {
      throw RuntimeError(.unreadable, "“\(json.text)” is not a time")
    }
    self.init(microseconds: microseconds)
  }
}

extension ElementPath: Storable {
  public var json: JSON { .string(description) }

  public init(stored json: JSON) throws(RuntimeError) {
    self.init(parsing: try String(stored: json))
  }
}

extension JSON: Storable {
  public var json: JSON { self }

  public init(stored json: JSON) throws(RuntimeError) { self = json }
}

extension PersonID: Storable {}
extension WorkflowID: Storable {}
extension DocumentID: Storable {}
extension DocumentTypeID: Storable {}

extension InstanceID: Storable {
  public var json: JSON { .integer(number) }

  public init(stored json: JSON) throws(RuntimeError) {
    self.init(Int64(try Int(stored: json)))
  }
}

extension WorkItemID: Storable {
  public var json: JSON { .integer(number) }

  public init(stored json: JSON) throws(RuntimeError) {
    self.init(Int64(try Int(stored: json)))
  }
}

extension Array: Storable where Element: Storable {
  public var json: JSON { .array(map(\.json)) }

  public init(stored json: JSON) throws(RuntimeError) {
    guard let parts = json.array else {
      throw RuntimeError(.unreadable, "“\(json.text)” is not a list")
    }
    self = try parts.map { part throws(RuntimeError) in try Element(stored: part) }
  }
}
