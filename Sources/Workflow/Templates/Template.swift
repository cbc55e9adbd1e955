/// A text with placeholders: `Receipts of {document.title}`. `{{` and `}}` stand for braces.
public struct Template: Hashable, Sendable, CustomStringConvertible {
  enum Piece: Hashable, Sendable {
    case text(String)
    case placeholder(FieldReference, offset: Int)
  }

  /// The text that it was made of.
  public let source: String
  /// Where the text stands in a file; none when it was not read from one.
  let origin: TextOrigin?
  let pieces: [Piece]

  /// Reads a text with placeholders.
  ///
  /// - Throws: at a brace without its partner, a placeholder that is not a path of names, and a
  ///   text of more than 16384 bytes; the offset says where.
  public init(_ source: String) throws(ExpressionError) {
    try self.init(source, origin: nil)
  }

  init(_ source: String, origin: TextOrigin?) throws(ExpressionError) {
    guard source.utf8.count <= 16_384 else {
      throw ExpressionError(.tooLarge, "a text may have at most 16384 bytes", at: 0)
    }
    self.source = source
    self.origin = origin
    pieces = try TemplateParser.pieces(of: source)
  }

  /// Every path that its placeholders name, in their order, each once.
  public var references: [FieldReference] {
    var result: [FieldReference] = []
    for case .placeholder(let reference, _) in pieces where !result.contains(reference) {
      result.append(reference)
    }
    return result
  }

  /// The text with every placeholder filled in; one that cannot be read stays as it is written.
  public func render(_ read: (FieldReference) throws -> Value) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .placeholder(let reference, _):
        do {
          result += try read(reference).display
        } catch {
          result += "{\(reference)}"
        }
      }
    }
    return result
  }

  public var description: String { source }

  public static func == (left: Template, right: Template) -> Bool { left.source == right.source }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
