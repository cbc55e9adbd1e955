// The text of a workflow: a file, standard input, or one that the program carries.

import ApplicationRuntime
import Resources

struct WorkflowSource {
  /// The name as it stands in findings.
  let file: String
  let text: String

  /// - Parameter argument: a path, `-`, or `shipped:NAME`.
  init(_ argument: String, environment: ApplicationEnvironment) throws {
    guard argument.hasPrefix("shipped:") else {
      let input = try InputFile(argument, environment: environment)
      file = input.name
      text = try input.text()
      return
    }
    let name = String(argument.dropFirst("shipped:".count))
    guard let shipped = ShippedResources.workflows[name] else {
      let names = ShippedResources.workflows.keys.sorted().joined(separator: ", ")
      throw EngineError(.notFound, "No workflow “\(name)” is shipped; there are: \(names).")
    }
    file = argument
    text = shipped
  }
}
