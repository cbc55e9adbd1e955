/// The sixteen colours that every colour terminal has, with the shades that its owner gave them.
package enum Color: UInt8, Hashable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite
}
