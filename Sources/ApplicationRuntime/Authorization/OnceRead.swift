// A fact that is read when it is asked for, and then kept.

/// What few questions need is not read for the others; what several need is read once.
final class OnceRead<Fact> {
  private var fact: Fact?
  private let read: () throws -> Fact

  init(_ read: @escaping () throws -> Fact) { self.read = read }

  var value: Fact {
    get throws {
      if let fact { return fact }
      let fact = try read()
      self.fact = fact
      return fact
    }
  }
}
