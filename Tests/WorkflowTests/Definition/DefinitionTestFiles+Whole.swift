// The workflow of SPEC 13, as it ships.

import Resources

extension DefinitionTestFiles {
  static let wholeWorkflow = ShippedResources.workflows["every-element"] ?? ""
}
