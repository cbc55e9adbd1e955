// A value that is copied as one reference.

/// Keeps a large value apart from the one that it is a part of, so that copying that one copies a
/// single reference. It is a value all the same: a change of one copy leaves the others as they are.
@propertyWrapper
struct Boxed<Value: Sendable>: Sendable {
  /// Unchecked: it is changed only while a single `Boxed` refers to it.
  private final class Box: @unchecked Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  init(wrappedValue: Value) { box = Box(wrappedValue) }

  var wrappedValue: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}
