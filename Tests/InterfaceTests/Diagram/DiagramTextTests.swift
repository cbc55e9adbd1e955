// Drawings as they are to look, in box characters and as Mermaid.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("Diagrams as text")
struct DiagramTextTests {
  private func text(_ figure: WorkflowFigure) -> String {
    Diagram(figure).lines().joined(separator: "\n")
  }

  @Test("An instance is drawn with what is done, current, coming, skipped and sent back")
  func underWay() {
    #expect(
      text(DiagramSamples.underWay) == """
                  ● submitted
                  │
            ┌─────▼─────────────┐
            │ ✓ review-receipts │ Ivan, 4 m
            └─────┬─────────────┘
            ╔═════▼═ management ════════════════╗
            ║ ✓ manager  ✓Frank  7 m            ║
            ║ ▶ board    ✓Ann  ●Sue  ●Bill  1/2 ║
            ╚═════╤═════════════════════════════╝
              ┌───┴──────────────┐  ○ checks (all)
        ┌─────▼──────────┐ ┌─────▼────────────┐
        │ ○ check-budget │ │ ◇ foreign        │
        └─────┬──────────┘ │ country != "DK"? │
              │            └───no┬────────┬yes┘
              │                  │  ┌─────▼───────┐
              │                  │  │ ○ check-tax │
              │                  │  └─────┬───────┘
              └───┬──────────────┴────────┘
            ┌╌╌╌╌╌▼╌╌╌╌╌┐
            ┆ ╌ old-way ┆
            └╌╌╌╌╌┬╌╌╌╌╌┘
              ┌───▼───┐
              │ ← pay │
              └───┬───┘
                  ▼
                  ○ approved
        """)
  }

  @Test("Every kind of element has its look")
  func everyKind() throws {
    #expect(
      text(try DiagramSamples.figure(DiagramSamples.everyKind)) == """
                  ● submitted
                  │
            ┌─────▼───────────┐
            │ review-receipts │
            │ group receipts  │
            └─────┬───────────┘
            ╔═════▼═ management ═════════════════════════╗
            ║ manager  hierarchy manager from originator ║
            ║ board    group board  majority             ║
            ║          if total > 10000                  ║
            ╚═════╤══════════════════════════════════════╝
              ┌───┴────────────┐  checks (all)
        ┌─────▼────────┐ ┌─────▼────────────┐
        │ check-budget │ │ ◇ foreign        │
        │ user ivan    │ │ country != "DK"? │
        └─────┬────────┘ └───no┬────────┬yes┘
              │                │  ┌─────▼─────┐
              │                │  │ check-tax │
              │                │  │ user tara │
              │                │  └─────┬─────┘
              └───┬────────────┴────────┘
            ┌─────▼──────────┐
            │ ◇ way          │
            │ group finance  │
            └─pay┬──────┬hold┘
           ┌─────▼────┐ │
           │ pay-now  │ │
           │ runs pay │ │
           └─────┬────┘ │
                 └┬─────┘
            ┌─────▼─────────────────────────┐
            │ each-line                     ├┐
            │ line.amount > 100: large-line ││
            │ else: expense-line            ││
            └┬──────────────────────────────┘│
             └────┬──────────────────────────┘
            ┌─────▼─────────────┐
            │ ◇ until-complete  ◀───────────┐
            │ while missing > 0 │           │
            │ at most 3 times   │           │
            └───no┬─────────┬yes┘           │
                  │   ┌─────▼─────────────┐ │
                  │   │ complete-receipts │ │
                  │   │ originator        │ │
                  │   └─────┬─────────────┘ │
                  │         └───────────────┘
            ┌─────▼──────────────────────────┐
            │ advance                        ├┐
            │ settle-advance on cash_advance ││
            └┬───────────────────────────────┘│
             └────┬───────────────────────────┘
            ┌─────▼───────────────┐
            │ post                │
            │ runs post-to-ledger │
            └─────┬───────────────┘
                  ▼
                  ○ approved
        """)
  }

  @Test("As Mermaid the same elements are joined in the same way")
  func mermaid() throws {
    #expect(
      MermaidDiagram.text(of: try DiagramSamples.figure(DiagramSamples.everyKind)) == """
        flowchart TD
          n1("submitted")
          n2["review-receipts<br/>group receipts"]
          n1 --> n2
          n3[["management<br/>manager hierarchy manager from originator<br/>board group board majority if total #62; 10000"]]
          n2 --> n3
          n4{{"checks<br/>all"}}
          n3 --> n4
          n5["check-budget<br/>user ivan"]
          n4 --> n5
          n6{"foreign<br/>country != #34;DK#34;?"}
          n4 --> n6
          n7["check-tax<br/>user tara"]
          n6 -->|"yes"| n7
          n8{{"joined"}}
          n5 --> n8
          n6 -->|"no"| n8
          n7 --> n8
          n9{"way<br/>group finance"}
          n8 --> n9
          n10["pay-now<br/>runs pay"]
          n9 -->|"pay"| n10
          n11[/"each-line<br/>line.amount #62; 100: large-line<br/>else: expense-line"/]
          n10 --> n11
          n9 -->|"hold"| n11
          n12{"until-complete<br/>while missing #62; 0<br/>at most 3 times"}
          n11 --> n12
          n13["complete-receipts<br/>originator"]
          n12 -->|"yes"| n13
          n13 --> n12
          n14[/"advance<br/>settle-advance on cash_advance"/]
          n12 -->|"no"| n14
          n15["post<br/>runs post-to-ledger"]
          n14 --> n15
          n16("approved")
          n15 --> n16

        """)
  }

  @Test(
    "Wide names wrap in their boxes behind hyphens, and wide characters keep the frame straight")
  func wideNames() {
    let names = [
      "a-rather-long-name-of-an-element-that-nobody-wanted", "審査担当者の確認と承認のための要素",
      "e\u{301}te\u{301}",
    ]
    let nodes = names.map { name in
      FigureNode(
        path: ElementPath([name]), name: name, shape: .box, captions: ["group 経理部"])
    }
    let figure = WorkflowFigure(
      workflow: "wide", title: "Wide", begin: .init("submitted"), end: .init("approved"),
      nodes: nodes)
    #expect(
      text(figure) == """
              ● submitted
              │
        ┌─────▼──────────────────────┐
        │ a-rather-long-name-of-an-  │
        │ element-that-nobody-wanted │
        │ group 経理部               │
        └─────┬──────────────────────┘
        ┌─────▼──────────────────────────┐
        │ 審査担当者の確認と承認のための │
        │ 要素                           │
        │ group 経理部                   │
        └─────┬──────────────────────────┘
        ┌─────▼────────┐
        │ e\u{301}te\u{301}          │
        │ group 経理部 │
        └─────┬────────┘
              ▼
              ○ approved
        """)
  }

  @Test("Of skipped elements the frames are dashed, in ASCII too")
  func dashed() {
    let lines = Diagram(DiagramSamples.underWay).lines(.ascii)
    #expect(lines.contains("    +.....v.....+"))
    #expect(lines.contains("    : . old-way :"))
  }

  @Test("What does not go on says so, and nothing joins it")
  func endings() {
    let choice = FigureNode(
      path: ElementPath(["way"]), name: "way", shape: .question,
      branches: [
        FigureBranch(label: "pay", nodes: [DiagramSamples.box("way/pay/pay", nil)]),
        FigureBranch(label: "again", ending: "sent back", nodes: []),
        FigureBranch(label: "hold", nodes: []),
      ])
    let figure = WorkflowFigure(
      workflow: "ends", title: "Ends", begin: .init("submitted"), end: .init("approved"),
      nodes: [choice])
    #expect(
      text(figure) == """
            ● submitted
            │
        ┌───▼───┐
        │ ◇ way │
        └───┬───┘
            ├pay──┬again──────┐hold
        ┌───▼───┐ ▼           │
        │ pay   │ ← sent back │
        └───┬───┘             │
            ├─────────────────┘
            ▼
            ○ approved
        """)
  }

  @Test("Text from a file cannot leave its place in Mermaid or in SVG")
  func hostile() {
    let name = "\"]; click n1 <script>&\u{1B}[2J"
    let figure = WorkflowFigure(
      workflow: "x", title: name, begin: .init("submitted"), end: .init("approved"),
      nodes: [FigureNode(path: ElementPath([name]), name: name, shape: .box)])
    let mermaid = MermaidDiagram.text(of: figure)
    #expect(mermaid.contains("n2[\"#34;]#59; click n1 #60;script#62;#38;^[[2J\"]"))
    let svg = Diagram(figure).svg
    #expect(!svg.contains("<script") && !svg.contains("\u{1B}"))
    #expect(svg.contains("<title>&quot;]; click n1 &lt;script&gt;&amp;^[[2J</title>"))
  }
}
