/// Which part of a text goes when it is too long.
package enum Truncation: Hashable, Sendable {
  case start
  case middle
  case end
}
