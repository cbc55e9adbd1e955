// The arguments of the process as they came: Swift's own list mends what is no UTF-8.

enum ProcessArguments {
  /// The arguments without the program's name; nil when one of them is no UTF-8.
  static func read() -> [String]? {
    var arguments: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[index] else { break }
      guard let text = String(validatingCString: bytes) else { return nil }
      arguments.append(text)
    }
    return arguments
  }
}
