/// The ASCII form of what pages draw, cell for cell, so that a page is laid out the same in both.
enum ASCIITwin {
  /// U+00C0 to U+017F without their accents.
  private static let latin = Array(
    """
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkqLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """.unicodeScalars)

  /// U+1E00 to U+1EFF without their accents.
  private static let latinAdditional = Array(
    """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwya?ssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????
    """.unicodeScalars)

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "▌": ">", "●": "*", "○": "o", "▶": ">", "◀": "<", "❚": "|", "✓": "+", "✔": "+", "✗": "x",
    "✕": "x", "▲": "^", "▼": "v", "◇": "?", "◆": "?", "▮": "#", "…": "~", "–": "-", "—": "-",
    "−": "-", "·": "-", "•": "*", "›": ">", "‹": "<", "»": ">", "«": "<", "⏎": "<", "⇥": ">",
    "×": "x", "╌": ".", "┄": ".", "┆": ":", "→": ">", "←": "<", "↑": "^", "↓": "v", "⇄": "=",
    "▸": ">", "◂": "<", "▏": "|", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": "'",
    "≠": "#", "≤": "<", "≥": ">", "\u{A0}": " ", "€": "E", "£": "L", "¥": "Y", "°": "o", "±": "+",
    "½": "h", "¼": "q", "µ": "u", "§": "S", "©": "C", "®": "R", "¡": "!", "¿": "?", "º": "o",
    "▁": "_", "▂": ".", "▃": ":", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#", "░": ".",
    "▒": ":", "▓": "#",
  ]

  static func scalar(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x80: scalar
    case 0xC0...0x17F: latin[Int(scalar.value) - 0xC0]
    case 0x1E00...0x1EFF: latinAdditional[Int(scalar.value) - 0x1E00]
    case 0x2500...0x257F: signs[scalar] ?? line(scalar)
    default: signs[scalar] ?? "?"
    }
  }

  /// The cells of a cluster in ASCII: as many as it had.
  static func clusters(for cluster: Cluster) -> [Cluster] {
    Array(repeating: Cluster(scalar(for: cluster.base)), count: max(1, cluster.width))
  }

  /// Lines, corners and crossings of the box drawing block.
  private static func line(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "─", "━", "╴", "╶": "-"
    case "═": "="
    case "│", "┃", "║", "╵", "╷": "|"
    default: "+"
    }
  }
}
