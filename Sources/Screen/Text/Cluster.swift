/// What one cell can hold: a spacing character and up to four combining marks.
package struct Cluster: Hashable, Sendable {
  /// How many marks a terminal cell holds; further ones are dropped.
  package static let markLimit = 4

  package static let space = Cluster(" ")

  package let base: Unicode.Scalar

  /// Zero stands for no mark. A vector and not an array, so that a cell owns no memory.
  private var marks: SIMD4<UInt32> = .zero

  /// The columns that it takes: 1 or 2, and 0 for the right half of a wide character.
  package let width: Int

  package init(_ base: Unicode.Scalar, width: Int = 1) {
    self.base = base
    self.width = width
  }

  /// All scalars in order, the base first.
  package var scalars: [Unicode.Scalar] {
    var scalars = [base]
    for index in 0..<Self.markLimit {
      guard marks[index] != 0, let mark = Unicode.Scalar(marks[index]) else { break }
      scalars.append(mark)
    }
    return scalars
  }

  package var hasMarks: Bool { marks[0] != 0 }

  package var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  func append(to text: inout String) {
    text.unicodeScalars.append(base)
    guard hasMarks else { return }
    text.unicodeScalars.append(contentsOf: scalars.dropFirst())
  }

  mutating func add(mark: Unicode.Scalar) {
    for index in 0..<Self.markLimit where marks[index] == 0 {
      marks[index] = mark.value
      return
    }
  }
}
