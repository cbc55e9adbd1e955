// A long enumeration, cut where the rest is only counted.

extension [String] {
  /// The first lines and how many more there are; a single one more is told itself.
  func shortened(to count: Int) -> [String] {
    self.count <= count + 1 ? self : prefix(count) + ["… and \(self.count - count) more"]
  }
}
