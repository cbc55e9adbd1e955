/// What can be asked of a list.
enum Aggregate: String, Sendable, CaseIterable {
  case count, sum, min, max, any, all
}
