/// A plot one line high: eight heights of block, or their ASCII twins.
package enum Sparkline {
  /// The last `width` values as one cell each, at the right edge of `width` cells.
  ///
  /// - Parameter maximum: the value of the full height; nil: the greatest value shown.
  package static func text(
    _ values: [Double], width: Int, glyphs: Glyphs = .unicode, maximum: Double? = nil
  ) -> String {
    guard width > 0 else { return "" }
    let shown = values.suffix(width)
    let top = maximum ?? shown.filter(\.isFinite).max() ?? 0
    let bars = shown.map { glyphs.sparks[height(of: $0, top: top)] }
    return String(repeating: " ", count: width - bars.count) + bars.joined()
  }

  /// The step for a value. What is not zero never looks like zero, as long as there is a step for it.
  private static func height(of value: Double, top: Double) -> Int {
    guard value.isFinite, value > 0, top > 0 else { return 0 }
    let step = (min(value, top) / top * 7).rounded()
    return min(7, max(1, Int(step)))
  }
}
