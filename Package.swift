// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where `CI` is set; a developer's build shows them and goes on.
let settings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// A room of the house (README, "The rooms"). Imports point down only; `Tests/EndToEndTests` checks it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room; files that they read by path are excluded from the build.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], reading folders: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: folders, swiftSettings: settings)
}

let package = Package(
  name: "countersign",
  products: [
    .executable(name: "countersign", targets: ["countersign"]),
    .library(name: "Countersign", targets: ["Application", "ApplicationRuntime", "Expenses"]),
    .library(name: "InterfaceTestKit", targets: ["InterfaceTestKit", "MemoryStore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    room("Workflow", ["Yams"]),
    room("WorkflowRuntime", ["Workflow"]),
    room(
      "ApplicationRuntime",
      ["Workflow", "WorkflowRuntime", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "CSQLite"),
    room(
      "SQLiteStore",
      [
        "CSQLite", "ApplicationRuntime", "WorkflowRuntime", "Workflow",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room("MemoryStore", ["ApplicationRuntime", "WorkflowRuntime", "Workflow"]),
    room("StoreContract", ["ApplicationRuntime", "WorkflowRuntime", "Workflow"]),
    room("Expenses", ["ApplicationRuntime", "WorkflowRuntime", "Workflow"]),
    room("Screen"),
    room("Interface", ["Screen", "ApplicationRuntime", "WorkflowRuntime", "Workflow"]),
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    room("Terminal", ["Screen", "CTerminal"]),
    .target(
      name: "Resources", path: "Resources",
      exclude: [
        "purchase-request.yaml", "countersign.1", "countersign-worker.service",
      ],
      resources: [
        .embedInCode("organization.yaml"), .embedInCode("expense-approval.yaml"),
        .embedInCode("purchase-approval.yaml"), .embedInCode("expense-line.yaml"),
        .embedInCode("project-line.yaml"), .embedInCode("every-element.yaml"),
        .embedInCode("settle-advance.yaml"),
        .embedInCode("sample-requisitions.json"),
        .embedInCode("sample-reports.json"), .embedInCode("sample-import.csv"),
      ],
      swiftSettings: settings),
    room(
      "Application",
      [
        "Interface", "Terminal", "Screen", "Expenses", "SQLiteStore", "ApplicationRuntime",
        "WorkflowRuntime", "Workflow", "Resources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    room(
      "InterfaceTestKit",
      [
        "Application", "Interface", "Screen", "MemoryStore", "ApplicationRuntime",
        "WorkflowRuntime", "Workflow", "Resources",
      ]),
    .executableTarget(
      name: "countersign",
      dependencies: [
        "Application", "Expenses", "ApplicationRuntime", "WorkflowRuntime", "Workflow",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Expenses", "SQLiteStore", "ApplicationRuntime", "WorkflowRuntime", "Workflow",
      ],
      exclude: ["README.md"], swiftSettings: settings),
    tests("WorkflowTests", ["Workflow", "Resources"]),
    tests("WorkflowRuntimeTests", ["WorkflowRuntime", "Workflow"]),
    tests(
      "ApplicationRuntimeTests",
      ["ApplicationRuntime", "MemoryStore", "WorkflowRuntime", "Workflow"]),
    tests(
      "SimulationTests",
      ["ApplicationRuntime", "MemoryStore", "StoreContract", "WorkflowRuntime", "Workflow"]),
    tests(
      "PatternTests", ["ApplicationRuntime", "MemoryStore", "WorkflowRuntime", "Workflow"]),
    tests(
      "ScenarioTests",
      [
        "SQLiteStore", "MemoryStore", "ApplicationRuntime", "WorkflowRuntime", "Workflow",
        "Resources",
      ]),
    tests(
      "SQLiteStoreTests",
      [
        "SQLiteStore", "StoreContract", "ApplicationRuntime", "WorkflowRuntime", "Workflow",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests(
      "ExpensesTests",
      ["Expenses", "Resources", "ApplicationRuntime", "WorkflowRuntime", "Workflow"]),
    tests("ScreenTests", ["Screen"]),
    tests(
      "InterfaceTests",
      [
        "InterfaceTestKit", "Interface", "Screen", "Expenses", "MemoryStore",
        "ApplicationRuntime", "WorkflowRuntime", "Workflow",
      ],
      reading: ["Snapshots"]),
    tests(
      "InterfaceTestKitTests",
      [
        "InterfaceTestKit", "countersign", "Expenses", "ApplicationRuntime", "WorkflowRuntime",
        "Workflow",
      ]),
    tests("TerminalTests", ["Terminal", "Screen"]),
    tests(
      "ApplicationTests",
      [
        "Application", "Expenses", "SQLiteStore", "ApplicationRuntime", "WorkflowRuntime",
        "Workflow",
      ]),
    tests(
      "EndToEndTests",
      [
        "countersign", "Expenses", "SQLiteStore", "ApplicationRuntime", "WorkflowRuntime",
        "Workflow",
      ],
      reading: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
