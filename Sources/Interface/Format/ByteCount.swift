// Sizes of files as lists show them.

/// `812 B`, `12 kB`, `3.4 MB`.
enum ByteCount {
  static func text(_ bytes: Int64) -> String {
    guard bytes >= 1000 else { return "\(bytes) B" }
    var value = Double(bytes)
    for unit in ["kB", "MB", "GB"] {
      value /= 1000
      if value < 10 { return "\((value * 10).rounded(.down) / 10) \(unit)" }
      if value < 1000 || unit == "GB" { return "\(Int(min(value, 1e9))) \(unit)" }
    }
    return ""
  }
}
