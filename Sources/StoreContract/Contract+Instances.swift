// Instances and documents.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let instances: [Check] = [
    Check("an instance is saved and comes back; its status is counted") { store in
      var instance = Sample.instance(1)
      let created = instance
      try store.write { try $0.insert(created) }
      try requireEqual(try store.read { try $0.instance(InstanceID(1)) }, created, "created")
      instance.element = "checks/budget"
      instance.savedPoint = 4
      instance.heldBy = 12
      instance.isCanceling = true
      instance.state = #"{"stage":"running"}"#
      let running = instance
      try store.write { try $0.update(running) }
      try requireEqual(try store.read { try $0.instance(InstanceID(1)) }, running, "running")
      instance.status = .stopped
      instance.error = "handler failed"
      instance.endedAt = Sample.time(7)
      instance.heldBy = nil
      let stopped = instance
      try store.write { try $0.update(stopped) }
      try requireEqual(try store.read { try $0.instance(InstanceID(1)) }, stopped, "stopped")
      let counts = try store.read { try $0.instanceCounts() }
      try requireEqual(counts[.stopped], 1, "stopped is counted")
      try requireEqual(counts[.pending], 0, "pending is counted down")
      try requireError(.conflict, "the same id again") {
        try store.write { try $0.insert(created) }
      }
      try requireError(.unexpected, "an update of what is not there") {
        try store.write { try $0.update(Sample.instance(9)) }
      }
    },
    Check("a child comes back with its parent and its line; a migrated one with its version") {
      store in
      var child = Sample.instance(2, parent: Sample.parent(1, line: 4), line: 4)
      let created = child
      try store.write { try $0.insert(created) }
      try requireEqual(try store.read { try $0.instance(InstanceID(2)) }, created, "created")
      child.version = 7
      let migrated = child
      try store.write { try $0.update(migrated) }
      try requireEqual(try store.read { try $0.instance(InstanceID(2)) }, migrated, "migrated")
    },
    Check("the children of an instance are listed newest first, in windows") { store in
      try store.write { transaction in
        for number in Int64(1)...6 {
          let parent = number == 1 ? nil : Sample.parent(number == 5 ? 2 : 1, line: Int(number))
          try transaction.insert(
            Sample.instance(number, status: number == 3 ? .canceled : .pending, parent: parent))
        }
      }
      try store.read { reading in
        func list(_ query: InstanceQuery) throws -> [Int64] {
          try reading.instances(query).map(\.id.number)
        }
        try requireEqual(
          try list(InstanceQuery(parent: InstanceID(1), limit: 9)), [6, 4, 3, 2], "children")
        try requireEqual(
          try list(InstanceQuery(parent: InstanceID(1), after: InstanceID(6), limit: 2)), [4, 3],
          "a window")
        try requireEqual(
          try list(InstanceQuery(status: .canceled, parent: InstanceID(1), limit: 9)), [3],
          "by status")
        try requireEqual(try list(InstanceQuery(parent: InstanceID(6), limit: 9)), [], "none")
      }
    },
    Check("instances are listed newest first, by status and by document, in windows") { store in
      try store.write { transaction in
        for number in Int64(1)...6 {
          try transaction.insert(
            Sample.instance(
              number, document: number < 4 ? "ER-1" : "ER-2",
              status: number.isMultiple(of: 2) ? .completed : .pending))
        }
      }
      try store.read { reading in
        func list(_ query: InstanceQuery) throws -> [Int64] {
          try reading.instances(query).map(\.id.number)
        }
        try requireEqual(try list(InstanceQuery(limit: 9)), [6, 5, 4, 3, 2, 1], "all")
        try requireEqual(
          try list(InstanceQuery(after: InstanceID(4), limit: 2)), [3, 2], "a window")
        try requireEqual(
          try list(InstanceQuery(status: .pending, after: InstanceID(5), limit: 9)), [3, 1],
          "by status")
        try requireEqual(
          try list(InstanceQuery(document: "ER-1", limit: 9)), [3, 2, 1], "by document")
        try requireEqual(
          try list(InstanceQuery(status: .completed, document: "ER-2", limit: 9)), [6, 4], "both")
      }
    },
  ]

  static let documents: [Check] = [
    Check("a document is saved and comes back, with its money to the cent") { store in
      guard let currency = Currency(code: "JPY") else { return }
      var document = Sample.storedDocument("ER-000012")
      document.total = Money(minorUnits: -9_007_199_254_740_993, currency: currency)
      let created = document
      try store.write { try $0.insert(created, fingerprints: []) }
      try requireEqual(try store.read { try $0.document("ER-000012") }, created, "created")
      document.title = ""
      document.status = .inReview
      document.waitingFor = "manager step"
      document.total = nil
      document.revision = 2
      document.lines = #"[{"amount":"1"}]"#
      document.editableBy = "ann"
      document.editableLines = [2: "ann", 11: "bob"]
      document.submittedContent = #"{"lines":[]}"#
      document.instance = InstanceID(4)
      document.submittedAt = Sample.time(3)
      document.changedAt = Sample.time(4)
      let changed = document
      try store.write { try $0.update(changed, fingerprints: nil) }
      try requireEqual(try store.read { try $0.document("ER-000012") }, changed, "changed")
      try requireError(.conflict, "the same id again") {
        try store.write { try $0.insert(created, fingerprints: []) }
      }
      try requireError(.unexpected, "an update of what is not there") {
        try store.write { try $0.update(Sample.storedDocument("ER-9"), fingerprints: nil) }
      }
    },
    Check("documents are listed newest first by whatever is asked for, in windows") { store in
      try store.write { transaction in
        for number in Int64(1)...6 {
          try transaction.insert(
            Sample.storedDocument(
              DocumentID("ER-\(number)"), type: number == 5 ? "other" : Sample.type,
              originator: number < 4 ? "ann" : "bob",
              status: number.isMultiple(of: 2) ? .approved : .draft, created: number / 3),
            fingerprints: [])
        }
      }
      try store.read { reading in
        func list(_ query: DocumentQuery) throws -> [String] {
          try reading.documents(query).map { String($0.id.rawValue.dropFirst(3)) }
        }
        try requireEqual(
          try list(DocumentQuery(limit: 9)), ["6", "5", "4", "3", "2", "1"], "all")
        let position = DocumentQuery.Position(createdAt: Sample.time(1), id: "ER-4")
        try requireEqual(try list(DocumentQuery(after: position, limit: 2)), ["3", "2"], "window")
        try requireEqual(try list(DocumentQuery(type: "other", limit: 9)), ["5"], "type")
        try requireEqual(
          try list(DocumentQuery(originator: "ann", limit: 9)), ["3", "2", "1"], "originator")
        try requireEqual(
          try list(DocumentQuery(status: .approved, limit: 9)), ["6", "4", "2"], "status")
        try requireEqual(
          try list(DocumentQuery(type: Sample.type, status: .draft, limit: 9)), ["3", "1"],
          "type and status")
        try requireEqual(
          try list(
            DocumentQuery(type: Sample.type, originator: "bob", status: .approved, limit: 1)),
          ["6"], "all three")
        try requireEqual(
          try list(DocumentQuery(originator: "bob", status: .draft, limit: 9)), ["5"],
          "originator and status")
      }
    },
    Check("documents are found by the fingerprints of their lines") { store in
      try store.write { transaction in
        try transaction.insert(Sample.storedDocument("ER-1"), fingerprints: ["x", "y", "x"])
        try transaction.insert(Sample.storedDocument("ER-2"), fingerprints: ["x"])
        try transaction.insert(Sample.storedDocument("ER-3"), fingerprints: ["x"])
        try transaction.update(Sample.storedDocument("ER-1"), fingerprints: nil)
        try transaction.update(Sample.storedDocument("ER-2"), fingerprints: ["z"])
      }
      try store.read { reading in
        try requireEqual(
          try reading.documents(withFingerprint: "x", limit: 9), ["ER-1", "ER-3"], "x")
        try requireEqual(try reading.documents(withFingerprint: "x", limit: 1), ["ER-1"], "limit")
        try requireEqual(try reading.documents(withFingerprint: "z", limit: 9), ["ER-2"], "z")
      }
      try store.write { try $0.deleteDocument("ER-1") }
      try requireEqual(
        try store.read { try $0.documents(withFingerprint: "y", limit: 9) }, [], "deleted")
    },
  ]
}
