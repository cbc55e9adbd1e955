// A workflow as the text of a Mermaid flowchart, which web pages and Markdown draw.

import ApplicationRuntime
import Screen
import Workflow

/// Writes a figure node by node; the layout is Mermaid's own.
package struct MermaidDiagram {
  /// A way that is to go on, with what is written on it.
  private struct Exit {
    let from: String
    let label: String
  }

  private static let styles = [
    "classDef done stroke:#1a7f37", "classDef here stroke:#0550ae,stroke-width:3px",
    "classDef toCome stroke:#666666", "classDef skipped stroke:#999999,stroke-dasharray:4 4",
    "classDef sentBack stroke:#9a6700",
  ]

  private var lines = ["flowchart TD"]
  private var count = 0

  /// The text of a figure.
  package static func text(of figure: WorkflowFigure) -> String {
    var diagram = MermaidDiagram()
    let begin = diagram.add("(", [figure.begin.text], ")", figure.begin.mark)
    let exits = diagram.add(figure.nodes, after: [Exit(from: begin, label: "")])
    let end = diagram.add("(", [figure.end.text], ")", figure.end.mark)
    diagram.join(exits, to: end)
    if figure.begin.mark != nil { diagram.lines += styles.map { "  " + $0 } }
    return diagram.lines.joined(separator: "\n") + "\n"
  }

  private init() {}

  private mutating func add(_ nodes: [FigureNode], after exits: [Exit]) -> [Exit] {
    nodes.reduce(exits) { exits, node in add(node, after: exits) }
  }

  private mutating func add(_ node: FigureNode, after exits: [Exit]) -> [Exit] {
    let (left, right) = Self.brackets(of: node.shape)
    let note = node.note.map { [$0] } ?? []
    let steps = node.steps.map { step in
      ([Self.sign(step.mark) + step.name] + step.parts).joined(separator: " ")
    }
    let title = Self.sign(node.mark) + node.name
    let texts = [title] + node.captions + steps + note
    let name = add(left, texts, right, node.mark)
    join(exits, to: name)
    guard !node.branches.isEmpty else { return [Exit(from: name, label: "")] }
    var ends: [[Exit]] = []
    for branch in node.branches {
      var left = add(branch.nodes, after: [Exit(from: name, label: branch.label)])
      if let ending = branch.ending {
        let end = add("([", [ending], "])", branch.mark)
        join(left, to: end)
        left = []
      }
      ends.append(left)
    }
    switch node.shape {
    case .fork:
      let bar = add("{{", ["joined"], "}}", node.mark)
      join(ends.flatMap { $0 }, to: bar)
      return [Exit(from: bar, label: "")]
    case .loop:
      join(ends.last ?? [], to: name)
      return ends.first ?? []
    default: return ends.flatMap { $0 }
    }
  }

  /// Writes a node and returns the name by which edges know it.
  private mutating func add(
    _ left: String, _ texts: [String], _ right: String, _ mark: OutlineElement.Mark?
  ) -> String {
    count += 1
    let name = "n\(count)"
    let text = texts.map(Self.escaped).joined(separator: "<br/>")
    lines.append("  \(name)\(left)\"\(text)\"\(right)" + (mark.map { ":::\($0.rawValue)" } ?? ""))
    return name
  }

  private mutating func join(_ exits: [Exit], to name: String) {
    for exit in exits {
      let label = exit.label.isEmpty ? "" : "|\"\(Self.escaped(exit.label))\"|"
      lines.append("  \(exit.from) -->\(label) \(name)")
    }
  }

  private static func sign(_ mark: OutlineElement.Mark?) -> String {
    DiagramLayout.sign(mark).map { $0 + " " } ?? ""
  }

  private static func brackets(of shape: FigureNode.Shape) -> (String, String) {
    switch shape {
    case .box: ("[", "]")
    case .approval: ("[[", "]]")
    case .question, .loop: ("{", "}")
    case .fork: ("{{", "}}")
    case .stack: ("[/", "/]")
    }
  }

  /// Text within quotes: what Mermaid or a page would read as markup is spelled by its number.
  private static func escaped(_ text: String) -> String {
    text.displaySafe.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"", "<", ">", "&", "#", "`", ";", "\\": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
