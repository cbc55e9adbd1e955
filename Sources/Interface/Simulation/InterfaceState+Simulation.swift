// A document through a workflow without touching anything: which one, and what is changed first.

import ApplicationRuntime
import Screen
import Workflow

extension InterfaceState {
  private var typeOfWorkflow: DocumentTypeID? {
    page.workflow?.draft.map { $0.check?.type } ?? workflowRow?.type
  }

  var simulationOfWorkflow: Availability {
    if isWorkflowDraft {
      guard let check = page.workflow?.draft?.check else { return .off("it is being checked") }
      return check.errors.isEmpty && check.type != nil
        ? .on : .off("it has \(plural(check.errors.count, "error"))")
    }
    guard let row = workflowRow else { return .off("nothing is selected") }
    return row.errors.isEmpty ? .on : .off("it has \(plural(row.errors.count, "error")): c lists")
  }

  /// `s`: of its documents and samples, which one.
  mutating func simulateWorkflow() -> [Effect] {
    guard let text = page.workflow?.text ?? page.workflows?.selectedText,
      let type = typeOfWorkflow
    else { return [] }
    let reading = Reading.simulationSubjects(type)
    overlay = .chooser(
      Chooser(title: "Simulate \(text.name) with", kind: .read(reading)) { state, choice in
        [
          .workflow(
            .simulate(SimulationQuestion(text, type: type, subject: choice.id)),
            as: state.viewer.actor)
        ]
      })
    return read(reading)
  }

  mutating func offer(subjects: [SimulationSubject], for reading: Reading) {
    guard case .chooser(var chooser) = overlay, chooser.kind == .read(reading) else { return }
    chooser.choices = subjects.map { Chooser.Choice(id: $0.id, label: $0.title, note: $0.note) }
    overlay = .chooser(chooser)
  }

  mutating func take(_ simulation: SimulationPage) -> [Effect] {
    overlay = nil
    guard page.simulation == nil else {
      page = .simulation(simulation)
      return []
    }
    return push(.simulation(simulation))
  }

  /// `e`: other values, other answers, another time, and once more.
  mutating func changeSimulation() -> [Effect] {
    guard let question = page.simulation?.question else { return [] }
    open(
      dialog: Dialog(
        title: "Simulate once more",
        lines: [
          "Values as field=value, answers as element=outcome or element/step=outcome, with blanks "
            + "between them; a value with a blank in it stands in \"quotes\"."
        ],
        fields: [
          Dialog.Field(label: "Changed", area: TextArea(question.changes), isRequired: false),
          Dialog.Field(label: "Answers", area: TextArea(question.answers), isRequired: false),
          Dialog.Field(label: "Begins", area: TextArea(question.start), isRequired: false),
        ], confirm: "Simulate"
      ) { state, texts in
        var changed = question
        changed.changes = texts[0]
        changed.answers = texts[1]
        changed.start = texts[2]
        return [.workflow(.simulate(changed), as: state.viewer.actor)]
      })
    return []
  }

  /// From step to step.
  mutating func step(simulationTo step: (SimulationPage) -> Int) -> [Effect] {
    guard var simulation = page.simulation else { return [] }
    simulation.go(to: step(simulation))
    page = .simulation(simulation)
    return []
  }
}
