// What a page of one list does where it says nothing else.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension PageContent {
  var readings: [Reading] { [] }
  mutating func followLists() {}
  mutating func gatherLists() {}
  mutating func wantAll(_ limit: Int) {}
  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {}
  mutating func take(failure: String, of reading: Reading) -> Bool { false }
  var changes: [String: Set<Int>] { focusedList?.changed ?? [:] }
  mutating func clearChanges() { focusedList?.clearChanges() }
  mutating func forget() {}
  mutating func refresh(_ context: PageContext) {}
  mutating func advance(to uptime: Duration) {}
  var readingOfSelection: Reading? { nil }
  var tick: Duration { .seconds(30) }

  var focusedList: ListState? {
    get { nil }
    set {}
  }
  var listName: String? { nil }
  var filterFields: [String] { [] }
  var emptyText: String { "" }
  var isLoaded: Bool { true }

  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable) {
    guard var list = focusedList else { return }
    list.height = max(1, layout.rows.rows)
    list.settle()
    focusedList = list
  }

  mutating func move(by distance: Int) { focusedList?.move(by: distance) }

  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext
  ) { focusedList?.scroll(by: distance) }

  mutating func header(at point: Point, _ layout: PageLayout) -> Rect? {
    layout.header.contains(point) && focusedList != nil ? layout.header : nil
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    guard layout.rows.contains(point), var list = focusedList else { return false }
    let row = point.row - layout.rows.row
    let wasSelected = list.selection
    list.select(clicked: row)
    focusedList = list
    // A second click on the selected row opens it.
    return list.selection == wasSelected && list.isOnRow(row)
  }

  var selectedDocument: DocumentID? { nil }
  var selectedInstance: InstanceID? { nil }
  var selectedElement: ElementPath? { nil }
  var selectedID: String? { nil }
  var opening: Opening? { nil }
  mutating func noteOpening(_ context: PageContext) -> [Effect] { [] }

  var previewed: DocumentID? { nil }
  var preview: DocumentDetail? {
    get { nil }
    set {}
  }
  var explained: DocumentID? { nil }
  var explanation: Explanation? {
    get { nil }
    set {}
  }

  func words(_ context: PageContext, width: Int) -> [StyledText]? { nil }

  var place: String? { nil }
  var standing: [StatusPart] { [] }
  var count: String? {
    focusedList?.countText
  }
}

extension ListPage {
  var focusedList: ListState? {
    get { list }
    set { if let newValue { list = newValue } }
  }
}
