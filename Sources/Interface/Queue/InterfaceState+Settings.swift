// `b`: the settings of the batch job.

import ApplicationRuntime

extension InterfaceState {
  mutating func openSettings() {
    guard let settings = overview?.settings else { return }
    let seconds = settings.interval.components.seconds
    open(
      dialog: Dialog(
        title: "Batch job settings",
        lines: ["They belong to the store and hold for every process."],
        fields: [
          Dialog.Field(
            label: "Interval in seconds", area: TextArea(String(seconds)), isRequired: true),
          Dialog.Field(
            label: "Batch size", area: TextArea(String(settings.batchSize)), isRequired: true),
          Dialog.Field(
            label: "Woken by a post",
            choice: ChoiceField(
              [
                .init(id: "yes", label: "yes", note: "at once"),
                .init(id: "no", label: "no", note: "only at the interval"),
              ], usual: settings.wakes ? "yes" : "no")),
        ], confirm: "Set"
      ) { (state, texts) throws(Dialog.Complaint) in
        let settings = try settings.changed(to: texts)
        return [.job(.set(settings), as: state.viewer.actor)]
      })
  }
}

extension BatchJobSettings {
  /// The settings with what was typed for interval, batch size and waking.
  fileprivate func changed(to typed: [String]) throws(Dialog.Complaint) -> BatchJobSettings {
    let texts = typed.map { $0.filter { !$0.isWhitespace }.lowercased() }
    guard texts.count == 3 else { return self }
    guard let seconds = Int(texts[0]), (1...86_400).contains(seconds) else {
      throw Dialog.Complaint("The interval is a number of seconds from 1 to 86400.", field: 0)
    }
    guard let size = Int(texts[1]), (1...10_000).contains(size) else {
      throw Dialog.Complaint("The batch size is a number from 1 to 10000.", field: 1)
    }
    var settings = self
    settings.interval = .seconds(seconds)
    settings.batchSize = size
    settings.wakes = texts[2] == "yes"
    return settings
  }
}
