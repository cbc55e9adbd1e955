// Measures the engine on this machine, beside what the machine itself can do.

import Foundation

/// `swift run -c release Benchmarks [COUNT] [FOLDER]`: see README.md here.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let count = arguments.first.flatMap { Int($0) } ?? 5_000
    let parent = arguments.dropFirst().first ?? FileManager.default.temporaryDirectory.path
    let folder = parent + "/countersign-benchmarks-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let machine = try Machine.measure(in: folder)
    print(machine.description)
    print(try BatchRate(count: count, folder: folder).measure().description(beside: machine))
    print(try Throughput(count: count, folder: folder).measure().description(beside: machine))
    print(try Latency(count: 300, folder: folder).measure().description(beside: machine))
  }
}
