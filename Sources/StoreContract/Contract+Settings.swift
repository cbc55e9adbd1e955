// Settings, organisations, workflow versions.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let settings: [Check] = [
    Check("a setting is set, replaced and removed; an empty one is not none") { store in
      try requireEqual(try store.read { try $0.setting("a") }, nil, "at first")
      try store.write { try $0.set("1", for: "a") }
      try store.write { try $0.set("", for: "a") }
      try requireEqual(try store.read { try $0.setting("a") }, "", "replaced")
      try store.write { try $0.set(nil, for: "a") }
      try requireEqual(try store.read { try $0.setting("a") }, nil, "removed")
    }
  ]

  static let organizations: [Check] = [
    Check("the newest organisation counts; a revision is not loaded twice") { store in
      try requireEqual(try store.read { try $0.organization() }, nil, "at first")
      let first = StoredOrganization(
        revision: 1, source: "name: A", loadedAt: Sample.time(1), loadedBy: nil)
      let second = StoredOrganization(
        revision: 2, source: "name: B", loadedAt: Sample.time(2), loadedBy: "ann")
      try store.write { try $0.save(first) }
      try requireEqual(try store.read { try $0.organization() }, first, "first")
      try store.write { try $0.save(second) }
      try requireEqual(try store.read { try $0.organization() }, second, "second")
      try requireError(.conflict, "again") { try store.write { try $0.save(second) } }
    },
    Check("the files of an organisation are kept with their revision") { store in
      let first = StoredOrganization(
        revision: 1, source: "name: A", files: ["b.csv": "b\n\"'é", "a.ics": ""],
        loadedAt: Sample.time(1), loadedBy: nil)
      let second = StoredOrganization(
        revision: 2, source: "name: B", files: ["a.ics": "new"], loadedAt: Sample.time(2),
        loadedBy: "ann")
      try store.write { try $0.save(first) }
      try requireEqual(try store.read { try $0.organization() }, first, "first")
      try store.write { try $0.save(second) }
      try requireEqual(try store.read { try $0.organization() }, second, "second")
    },
    Check("versions of a workflow are kept; one at most is active") { store in
      try store.write { transaction in
        try transaction.insert(Sample.version("b", 1))
        try transaction.insert(Sample.version("b", 2))
        try transaction.insert(Sample.version("a", 1))
        try transaction.insert(Sample.version("c", 1, type: "other"))
        try transaction.activate(1, of: "b", by: "ann", at: Sample.time(1))
        try transaction.activate(1, of: "a", by: "ann", at: Sample.time(1))
        try transaction.activate(2, of: "b", by: "ann", at: Sample.time(2))
      }
      try store.read { reading in
        try requireEqual(
          try reading.workflowVersion("b", 1), Sample.version("b", 1), "kept as it was")
        try requireEqual(try reading.workflowVersion("b", 3), nil, "unknown version")
        try requireEqual(try reading.activeVersion(of: "b")?.version, 2, "active")
        try requireEqual(
          try reading.activeVersions(for: Sample.type).map(\.workflow), ["a", "b"], "by type")
        try requireEqual(
          try reading.workflowVersions(of: "b").map(\.version), [2, 1], "newest first")
        try requireEqual(
          try reading.workflowVersions(of: nil).map { "\($0.workflow) \($0.version)" },
          ["a 1", "b 2", "c 1"], "newest of each")
        try requireEqual(
          try reading.workflowVersions(after: nil, limit: 2).map { "\($0.workflow) \($0.version)" },
          ["a 1", "b 1"], "all of them, a window")
        try requireEqual(
          try reading.workflowVersions(after: ("b", 1), limit: 9)
            .map { "\($0.workflow) \($0.version)" }, ["b 2", "c 1"], "behind one of them")
      }
      try store.write { try $0.activate(nil, of: "b", by: "ann", at: Sample.time(3)) }
      try requireEqual(try store.read { try $0.activeVersion(of: "b") }, nil, "none active")
      try requireError(.conflict, "the same version again") {
        try store.write { try $0.insert(Sample.version("b", 2)) }
      }
    },
    Check("an instance that ran a version is found, at its end or not") { store in
      try store.write { transaction in
        for version in 1...3 { try transaction.insert(Sample.version("expense-approval", version)) }
        try transaction.insert(Sample.instance(1, status: .completed))
        var migrated = Sample.instance(2, status: .completed)
        try transaction.insert(migrated)
        migrated.version = 2
        try transaction.update(migrated)
      }
      try store.read { reading in
        func any(_ version: Int) throws -> InstanceID? {
          try reading.anyInstance(of: "expense-approval", version)
        }
        try requireEqual(try any(1), InstanceID(1), "one at its end")
        try requireEqual(try any(2), InstanceID(2), "one that was migrated")
        try requireEqual(try any(3), nil, "none")
        try requireEqual(
          try reading.openInstance(of: "expense-approval", 1), nil, "none that is open")
      }
    },
    Check("a version is deleted alone; an open instance that runs it is found") { store in
      try store.write { transaction in
        try transaction.insert(Sample.version("expense-approval", 1))
        try transaction.insert(Sample.version("expense-approval", 2))
        try transaction.insert(Sample.instance(1, status: .completed))
        try transaction.insert(Sample.instance(2, status: .stopped))
      }
      try requireEqual(
        try store.read { try $0.openInstance(of: "expense-approval", 1) }, InstanceID(2), "found")
      try requireEqual(
        try store.read { try $0.openInstance(of: "expense-approval", 2) }, nil, "none")
      try requireEqual(
        try store.read { try $0.openInstanceCounts(among: 10) },
        [OpenInstanceCount(workflow: "expense-approval", version: 1, count: 1)], "counted")
      try store.write { try $0.deleteVersion(2, of: "expense-approval") }
      try requireEqual(
        try store.read { try $0.workflowVersions(of: "expense-approval") }.map(\.version), [1],
        "the other one stays")
    },
  ]
}
