/// A single value as it is written.
struct YAMLScalar: Sendable {
  let text: String
  /// Whether it stands without quotes, so that `true` and `10` may mean more than their letters.
  let isPlain: Bool
  let origin: TextOrigin

  var isNull: Bool { isPlain && (text.isEmpty || text == "~" || text == "null") }
}
