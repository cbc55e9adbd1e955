// The throw-away store of `demo`: the sample organisation with work on its way.

import ApplicationRuntime
import Expenses
import Foundation
import Resources
import Workflow
import WorkflowRuntime

struct DemoStore {
  /// Whose inbox a demo opens with.
  static let person = "frank"

  /// Makes it: reports at every stage, and one whose posting failed.
  static func make(at location: StoreLocation, context: CommandContext) throws {
    var setup = StoreSetup(location: location, context: context)
    setup.people = .sample
    _ = try setup.make()
    let store = try StoreFile.open(location)
    defer { try? store.close() }
    let environment = context.environment
    let engine = Engine(store: store, types: environment.types, clock: environment.clock)
    guard let type = environment.types.first(where: { $0 is ExpenseReport }) else { return }
    let samples = try SampleReport.parse(
      ShippedResources.sampleReports, today: try engine.today(),
      currency: try engine.organization().currency)
    let broken = samples.lastIndex { $0.steps.last?.action == .approve }
    let sound = samples.indices.filter { $0 != broken }.map { samples[$0] }
    try play(sound, type: type.id, on: engine)
    if let requisition = environment.types.first(where: { $0.id == "purchase-requisition" }) {
      let samples = try SampleReport.parse(
        ShippedResources.sampleRequisitions, schema: requisition.schema,
        today: try engine.today(), currency: try engine.organization().currency)
      try play(samples, type: requisition.id, on: engine)
    }
    if let broken {
      let failing = Engine(
        store: store, types: [UnpostableType(base: type)], clock: environment.clock)
      try play([samples[broken]], type: type.id, on: failing)
    }
  }

  /// Takes the reports as far as their steps go, all of them side by side.
  private static func play(
    _ samples: [SampleReport], type: DocumentTypeID, on engine: Engine
  ) throws {
    let documents = try samples.map {
      try engine.createDocument(type: type, content: $0.content, by: Actor($0.person)).id
    }
    for round in 0..<(samples.map(\.steps.count).max() ?? 0) {
      let requests = zip(samples, documents).filter { $0.0.steps.indices.contains(round) }
        .map { sample, document in
          let step = sample.steps[round]
          return (
            request: ActionRequest(step.action, .document(document), comment: step.comment),
            actor: Actor(step.person)
          )
        }
      for result in try engine.perform(each: requests) { _ = try result.get() }
      _ = try engine.settle(nil, wait: .zero)
    }
  }
}
