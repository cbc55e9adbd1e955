// Reading and writing a stored value part by part.

import Workflow

/// A JSON object being read into a value; its errors name the part that is wrong.
public struct StoredObject: Sendable {
  private let json: JSON
  private let what: String

  public init(_ json: JSON, what: String) throws(RuntimeError) {
    guard json.object != nil else {
      throw RuntimeError(.unreadable, "the stored \(what) is not an object")
    }
    self.json = json
    self.what = what
  }

  public func required<Part: Storable>(
    _ key: String, _ type: Part.Type = Part.self
  ) throws(RuntimeError) -> Part {
    guard let part = try optional(key, type) else {
      throw RuntimeError(.unreadable, "the stored \(what) has no “\(key)”")
    }
    return part
  }

  /// Nil when the part is absent or null.
  public func optional<Part: Storable>(
    _ key: String, _ type: Part.Type = Part.self
  ) throws(RuntimeError) -> Part? {
    guard let part = json[key], part != .null else { return nil }
    do {
      return try Part(stored: part)
    } catch {
      throw RuntimeError(.unreadable, "\(what).\(key): \(error.message)")
    }
  }
}

/// A JSON object being written: only the parts that are there.
public struct StoredParts {
  private var object = JSONObject(capacity: 8)

  public init() {}

  public mutating func add(_ key: String, _ part: (some Storable)?) {
    if let part { object.append(key, part.json) }
  }

  public var json: JSON { .object(object) }
}
