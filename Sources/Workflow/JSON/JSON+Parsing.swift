// Reads JSON from text or bytes, of bounded size and depth.

extension JSON {
  /// How deeply arrays and objects may be nested.
  public static let greatestDepth = 64
  /// The size that is read unless the caller says otherwise: 16 MiB.
  public static let usualLimit = 16 * 1024 * 1024

  /// Reads one JSON value; nothing but white space may follow it.
  ///
  /// - Parameter limit: the greatest size in bytes.
  /// - Throws: when the text is larger, nested more than 64 deep, or not JSON (RFC 8259). A key
  ///   that an object has twice is an error too.
  public init(parsing text: String, limit: Int = usualLimit) throws(JSONError) {
    var text = text
    let result = text.withUTF8 { Self.result(of: $0, limit: limit) }
    self = try result.get()
  }

  /// Reads one JSON value from UTF-8 bytes; see `init(parsing:limit:)`.
  public init(parsing bytes: some Collection<UInt8>, limit: Int = usualLimit) throws(JSONError) {
    let result =
      bytes.withContiguousStorageIfAvailable { Self.result(of: $0, limit: limit) }
      ?? Array(bytes).withUnsafeBufferPointer { Self.result(of: $0, limit: limit) }
    self = try result.get()
  }

  private static func result(
    of bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Result<JSON, JSONError> {
    guard bytes.count <= limit else {
      return .failure(
        JSONError(
          problem: "larger than the \(limit) bytes that are read here", line: 1, column: 1))
    }
    var reader = JSONReader(bytes: bytes)
    do {
      return .success(try reader.document())
    } catch {
      return .failure(error)
    }
  }
}
