// A simulated run, step by step.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Simulation")
struct SimulationPageTests {
  private let question = SimulationQuestion(
    .version("expense-approval", 2), type: "expense-report", subject: "ER-000017")

  private func simulated(_ report: SimulationReport = Sample.simulation()) -> InterfaceState {
    var state = InterfaceState.workflows()
    state.press("j")
    state.readSelectedWorkflow()
    state.answer(.simulate(question), .simulated(report, DiagramSamples.plain))
    return state
  }

  @Test("s offers documents and samples, and asks the engine")
  func choosing() {
    var state = InterfaceState.workflows()
    state.press("j")
    state.readSelectedWorkflow()
    let reading = Reading.simulationSubjects("expense-report")
    #expect(state.press("s").readings == [reading])
    state.answer(
      reading,
      .simulationSubjects([
        SimulationSubject(id: "ER-000017", title: "Fair in Oslo", note: "Sam Holt")
      ]))
    #expect(state.press("Enter").orders == [.simulate(question)])
  }

  @Test("each step is told in words and marked on the drawing")
  func steps() {
    var state = simulated()
    #expect(state.page.simulation?.index == 0)
    func mark(_ name: String) -> OutlineElement.Mark? {
      state.page.simulation?.flow.diagram?.places.first { $0.name == name }?.mark
    }
    #expect(mark("review-receipts") == .toCome)
    state.press("]")
    #expect(mark("review-receipts") == .here)
    #expect(state.text().contains("asks Ivan Petrov"))
    state.press("j")
    #expect(mark("review-receipts") == .done)
    #expect(mark("management") == .toCome)
    state.press("}")
    #expect(mark("management") == .done)
    #expect(mark("check-budget") == .skipped)
    #expect(state.text().contains("It is approved."))
    state.press("{")
    #expect(mark("review-receipts") == .toCome)
  }

  @Test("what was answered and nobody asked for is told")
  func unused() {
    var state = simulated()
    state.press("}")
    #expect(state.text().contains("“audit” was not asked"))
  }

  @Test("e changes values and answers and simulates once more, in place")
  func changing() {
    var state = simulated()
    state.press("e")
    state.type("total=500")
    state.press("Tab")
    state.type("management=reject")
    state.press("Tab Tab")
    var changed = question
    changed.changes = "total=500"
    changed.answers = "management=reject"
    #expect(state.press("Enter").orders == [.simulate(changed)])
    state.answer(
      .simulate(changed),
      .simulated(Sample.simulation(isCompleted: false), DiagramSamples.plain))
    #expect(state.pages.count == 2)
    state.press("}")
    #expect(state.text().contains("It waits: board."))
  }

  @Test("typed texts are parted at blanks, but for those in quotes")
  func parts() {
    #expect(
      SimulationQuestion.parts(of: #"a=1  "b=two words";c=3"#) == ["a=1", "b=two words", "c=3"])
  }
}
