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
    try play(sound, type: type.id, types: environment.types, in: store, by: environment.clock)
    if let requisition = environment.types.first(where: { $0.id == "purchase-requisition" }) {
      let samples = try SampleReport.parse(
        ShippedResources.sampleRequisitions, schema: requisition.schema,
        today: try engine.today(), currency: try engine.organization().currency)
      try play(
        samples, type: requisition.id, types: environment.types, in: store,
        by: environment.clock)
    }
    if let broken {
      try play(
        [samples[broken]], type: type.id, types: [UnpostableType(base: type)], in: store,
        by: environment.clock)
    }
  }

  /// Takes the documents as far as their steps go, the oldest first, those of a day side by side.
  private static func play(
    _ samples: [SampleReport], type: DocumentTypeID, types: [any DocumentType],
    in store: any Store, by clock: any EngineClock
  ) throws {
    func engine(daysAgo: Int) -> Engine {
      Engine(store: store, types: types, clock: PastClock(clock, daysAgo: daysAgo))
    }
    let documents = try samples.map { sample in
      try engine(daysAgo: sample.daysAgo)
        .createDocument(type: type, content: sample.content, by: Actor(sample.person)).id
    }
    for age in Set(samples.map(\.daysAgo)).sorted(by: >) {
      let ofThatDay = zip(samples, documents).filter { $0.0.daysAgo == age }
      try play(ofThatDay, on: engine(daysAgo: age))
    }
  }

  private static func play(
    _ samples: [(sample: SampleReport, document: DocumentID)], on engine: Engine
  ) throws {
    for round in 0..<(samples.map(\.sample.steps.count).max() ?? 0) {
      let requests = samples.filter { $0.sample.steps.indices.contains(round) }
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

/// The time of some days ago, so that a demo begins with work that is under way, and late.
private struct PastClock: EngineClock {
  private let clock: any EngineClock
  private let age: Duration

  init(_ clock: any EngineClock, daysAgo: Int) {
    self.clock = clock
    age = .seconds(daysAgo * 86_400)
  }

  func now() -> Timestamp { clock.now().advanced(by: .zero - age) }
}
