// What the binary carries: the sample organisation, the shipped workflows, the sample data.

/// The files of `Resources/`, embedded, so that the binary runs from anywhere.
package enum ShippedResources {
  /// The sample organisation, as YAML.
  package static let organization = text(PackageResources.organization_yaml)

  /// The workflows that are ready to use, as YAML, by their ids.
  package static let workflows: [String: String] = [
    "expense-approval": text(PackageResources.expense_approval_yaml),
    "purchase-approval": text(PackageResources.purchase_approval_yaml),
    "expense-line": text(PackageResources.expense_line_yaml),
    "project-line": text(PackageResources.project_line_yaml),
    "settle-advance": text(PackageResources.settle_advance_yaml),
    "every-element": text(PackageResources.every_element_yaml),
  ]

  /// Those that a new store begins with; the others are saved when somebody wants them.
  package static let workflowsInUse = ["expense-approval", "purchase-approval"]

  /// Sample reports with what happened to them so far; `SampleReport` reads them.
  package static let sampleReports = text(PackageResources.sample_reports_json)

  /// Sample purchase requisitions in the same form.
  package static let sampleRequisitions = text(PackageResources.sample_requisitions_json)

  /// A CSV file to try the import with.
  package static let sampleImport = text(PackageResources.sample_import_csv)

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
