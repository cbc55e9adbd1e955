/// The signs that pages draw with, in UTF-8 or as their ASCII twins.
package struct Glyphs: Hashable, Sendable {
  /// The lines of a frame.
  package struct Box: Hashable, Sendable {
    package let topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: String
    package let teeLeft, teeRight, teeDown, teeUp, cross: String
  }

  package static let unicode = Glyphs(isASCII: false)
  package static let ascii = Glyphs(isASCII: true)

  package let isASCII: Bool

  package let selection, dot, circle, play, pause, check, cross, up, down, left, right: String
  package let diamond, block, ellipsis, dash, middleDot, breadcrumb, enter, times: String
  package let skipped, bar, rule, arrowRight, arrowLeft, flip, more, gap, clip: String

  /// Eight heights, the lowest first.
  package let sparks: [String]
  package let single, double: Box

  private init(isASCII: Bool) {
    func sign(_ text: String) -> String { isASCII ? Self.twin(text) : text }
    func box(_ signs: String) -> Box {
      let sign = signs.map { sign(String($0)) }
      return Box(
        topLeft: sign[0], topRight: sign[1], bottomLeft: sign[2], bottomRight: sign[3],
        horizontal: sign[4], vertical: sign[5], teeLeft: sign[6], teeRight: sign[7],
        teeDown: sign[8], teeUp: sign[9], cross: sign[10])
    }
    self.isASCII = isASCII
    selection = sign("▌")
    dot = sign("●")
    circle = sign("○")
    play = sign("▶")
    pause = sign("❚❚")
    check = sign("✓")
    cross = sign("✗")
    up = sign("▲")
    down = sign("▼")
    left = sign("◀")
    right = sign("▶")
    diamond = sign("◇")
    block = sign("▮")
    ellipsis = sign("…")
    dash = sign("–")
    middleDot = sign("·")
    breadcrumb = sign("›")
    enter = sign("⏎")
    times = sign("×")
    skipped = sign("╌")
    bar = sign("│")
    rule = sign("─")
    arrowRight = sign("→")
    arrowLeft = sign("←")
    flip = sign("⇄")
    more = sign("▸")
    gap = sign("▏")
    clip = isASCII ? "@" : "📎"
    sparks = "▁▂▃▄▅▆▇█".map { sign(String($0)) }
    single = box("┌┐└┘─│├┤┬┴┼")
    double = box("╔╗╚╝═║╠╣╦╩╬")
  }

  /// The form of any text in these glyphs: in ASCII cell for cell, else unchanged.
  package func twin(of text: String) -> String {
    isASCII ? Self.twin(text) : text
  }

  private static func twin(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return String(clusters: ClusterReader(text).flatMap(ASCIITwin.clusters))
  }
}
