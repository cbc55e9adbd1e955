// Measures the engine on this machine, beside what the machine itself can do.

import Foundation

/// `swift run -c release --static-swift-stdlib Benchmarks [COUNT] [FOLDER] [FIGURE]`: see README.md here.
@main
struct Benchmarks {
  /// What is measured, in this order.
  private enum Figure: String, CaseIterable { case batch, throughput, latency, interface }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let count = arguments.first.flatMap { Int($0) } ?? 5_000
    let chosen = arguments.dropFirst(2).first.flatMap(Figure.init)
    let parent = arguments.dropFirst().first ?? FileManager.default.temporaryDirectory.path
    let folder = parent + "/countersign-benchmarks-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let machine = try Machine.measure(in: folder)
    print(machine.description)
    for figure in chosen.map({ [$0] }) ?? Figure.allCases {
      print(try measure(figure, count, folder, beside: machine))
    }
  }

  private static func measure(
    _ figure: Figure, _ count: Int, _ folder: String, beside machine: Machine
  ) throws -> String {
    switch figure {
    case .batch:
      try BatchRate(count: count, folder: folder).measure().description(beside: machine)
    case .throughput:
      try Throughput(count: count, folder: folder).measure().description(beside: machine)
    case .latency:
      try Latency(count: 300, folder: folder).measure().description(beside: machine)
    case .interface: try InterfaceSpeed(folder: folder).measure().description
    }
  }
}
