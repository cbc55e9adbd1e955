/// Reads any text as the clusters that a terminal draws without shifting the line.
///
/// Emoji sequences become their first emoji, flags become their two letters, marks without a base get a
/// dotted circle. Controls and scalars that deceive become visible: `^[`, `\u{202e}`. Text that was
/// read once reads the same again.
struct ClusterReader: Sequence, IteratorProtocol {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  private let text: String.UnicodeScalarView
  private var position: String.Index

  /// The rest of an escape, last scalar first.
  private var pending: [Unicode.Scalar] = []

  init(_ text: String) {
    self.text = text.unicodeScalars
    position = text.startIndex
  }

  mutating func next() -> Cluster? {
    if let scalar = pending.popLast() { return Cluster(scalar) }
    while let scalar = take() {
      if scalar.value >= 0x20, scalar.value < 0x7F { return absorb(into: Cluster(scalar)) }
      if scalar.isControl { return control(scalar) }
      if scalar.isJoiner || scalar.isSelector { continue }
      if scalar.isDeceptive { return escape(scalar) }
      if scalar.isRegionalIndicator { return Cluster(letter(of: scalar)) }
      if scalar.isUndrawable { return Cluster(Self.replacement) }
      let width = scalar.displayWidth
      if width == 0 {
        var cluster = Cluster(Self.dottedCircle)
        cluster.add(mark: scalar)
        return absorb(into: cluster)
      }
      return absorb(into: Cluster(scalar, width: width))
    }
    return nil
  }

  private var upcoming: Unicode.Scalar? {
    position < text.endIndex ? text[position] : nil
  }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = upcoming else { return nil }
    position = text.index(after: position)
    return scalar
  }

  /// Takes the marks that follow, and what only decorates an emoji.
  private mutating func absorb(into base: Cluster) -> Cluster {
    var cluster = base
    while let scalar = upcoming, scalar.value >= 0x300 {
      if scalar.isSelector {
        _ = take()
      } else if scalar.isJoiner {
        _ = take()
        if base.base.isPictograph, let joined = upcoming, joined.isPictograph { _ = take() }
      } else if scalar.isSkinTone {
        guard base.base.isPictograph else { return cluster }
        _ = take()
      } else if !scalar.isDeceptive, scalar.displayWidth == 0, !scalar.isUndrawable {
        _ = take()
        cluster.add(mark: scalar)
      } else {
        return cluster
      }
    }
    return cluster
  }

  private mutating func control(_ scalar: Unicode.Scalar) -> Cluster {
    switch scalar {
    case "\r":
      if upcoming == "\n" { _ = take() }
      return Cluster("⏎")
    case "\n": return Cluster("⏎")
    case "\t": return Cluster("⇥")
    default: break
    }
    guard scalar.value < 0x80 else { return escape(scalar) }
    // The usual caret notation: ^[ for escape, ^? for delete.
    pending = [Unicode.Scalar(UInt8(scalar.value ^ 0x40))]
    return Cluster("^")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) -> Cluster {
    let digits = String(scalar.value, radix: 16)
    pending = Array("u{\(digits)}".unicodeScalars.reversed())
    return Cluster("\\")
  }

  private func letter(of indicator: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(indicator.value - 0x1F1E6) + UInt8(ascii: "A"))
  }
}
