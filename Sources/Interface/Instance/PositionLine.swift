// Where among its saved points an instance is looked at: a number, a track and its end.

import Screen

struct PositionLine {
  /// From 0.
  let index: Int
  let count: Int
  /// When the point was saved; nil when what is shown is now.
  let time: String?

  func draw(in canvas: inout Canvas) {
    guard count > 0 else {
      canvas.write("no saved point yet", column: 1, row: 0, style: .dim)
      return
    }
    let isLive = time == nil
    var text = StyledText("saved point \(index + 1) of \(count)", isLive ? .normal : .warning)
    if let time { text.append(" · " + time, .warning) }
    let used = canvas.write(text, column: 1, row: 0, width: max(0, canvas.columns - 2))
    let end = StyledText("live", isLive ? .good : .dim)
    let begin = 1 + used + 2
    let length = canvas.columns - 1 - begin - 1 - end.width
    guard length > 4 else { return }
    let box = canvas.glyphs.single
    canvas.horizontal(column: begin, row: 0, length: length)
    canvas.write(box.teeLeft, column: begin, row: 0, style: .border)
    canvas.write(box.teeRight, column: begin + length - 1, row: 0, style: .border)
    let track = length - 3
    let offset = count > 1 && !isLive ? track * index / (count - 1) : track
    canvas.write(
      canvas.glyphs.dot, column: begin + 1 + offset, row: 0, style: isLive ? .good : .warning)
    canvas.write(end, column: begin + length + 1, row: 0)
  }
}
