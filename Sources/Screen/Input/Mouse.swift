/// One action of the mouse.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, release, scrollUp, scrollDown
  }

  package enum Button: Hashable, Sendable {
    case left, middle, right, none
  }

  package let action: Action
  package let button: Button
  package let point: Point

  package init(action: Action, button: Button, point: Point) {
    self.action = action
    self.button = button
    self.point = point
  }
}
