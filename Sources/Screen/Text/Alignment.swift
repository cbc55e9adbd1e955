/// Where a text stands in a width that is greater than its own.
package enum Alignment: Hashable, Sendable {
  case left
  case right
  case center
}
