// What a page tells of itself, so that nothing outside of its folder must know it.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// A page: what it reads, what it does with the answers, what is selected on it, how it is drawn.
///
/// Everything has a default that fits a page of one list; a page states what is its own.
protocol PageContent: Sendable {
  /// Its context in the action table.
  var kind: PageKind { get }

  // MARK: Reading

  /// What it shows, beside the status line.
  var readings: [Reading] { get }
  /// Lets what is read of its lists follow the cursor, the filter and the order.
  mutating func followLists()
  /// Gathers what is read of its lists around their cursors, before news is read.
  mutating func gatherLists()
  /// All rows that pass are wanted, up to a number: for an export.
  mutating func wantAll(_ limit: Int)
  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext)
  /// Why something was not read; false where the page has no place to say so.
  mutating func take(failure: String, of reading: Reading) -> Bool
  /// The cells that changed with the last news, by row; they are bold for a second.
  var changes: [String: Set<Int>] { get }
  mutating func clearChanges()
  /// What was read counts no more: everything is read again.
  mutating func forget()
  /// Makes rows of what was read.
  mutating func refresh(_ context: PageContext)
  /// The time that the program runs, before anything else of a turn.
  mutating func advance(to uptime: Duration)
  /// What is to be read of what is selected; nil when it is there.
  var readingOfSelection: Reading? { get }
  /// After how long the clock alone changes what is shown.
  var tick: Duration { get }

  // MARK: The list, or what else is moved through

  /// The list that has the focus; nil on pages without one.
  var focusedList: ListState? { get set }
  /// What the rows of the focused list are called, where the page has two lists.
  var listName: String? { get }
  /// What a filter of the list can name.
  var filterFields: [String] { get }
  /// What stands in place of the rows where there are none.
  var emptyText: String { get }
  var isLoaded: Bool { get }
  /// Fits what is scrolled to the room there is.
  mutating func fit(_ layout: PageLayout, _ context: PageContext, _ table: ActionTable)
  mutating func move(by distance: Int)
  /// The wheel at a place of the screen.
  mutating func scroll(
    by distance: Int, at point: Point, _ layout: PageLayout, _ context: PageContext)
  /// The titles of the list that has the focus, or gets it, where they are clicked.
  mutating func header(at point: Point, _ layout: PageLayout) -> Rect?
  /// A click that is neither on the footer nor on the titles of a list.
  ///
  /// - Returns: whether it means to open what is selected.
  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool

  // MARK: What is selected

  var selectedDocument: DocumentID? { get }
  var selectedInstance: InstanceID? { get }
  var selectedElement: ElementPath? { get }
  /// The id that `y` copies.
  var selectedID: String? { get }
  /// What Enter does; nil where it does nothing.
  var opening: Opening? { get }
  /// What Enter brings about beside: a notification that is opened is read.
  mutating func noteOpening(_ context: PageContext) -> [Effect]

  /// The document whose content is shown beside the list, and what was read of it.
  var previewed: DocumentID? { get }
  var preview: DocumentDetail? { get set }
  /// The document whose standing is explained on the page, and what was read of it.
  var explained: DocumentID? { get }
  var explanation: Explanation? { get set }

  // MARK: Drawing

  /// What follows the name of the page in the status line, such as the id of its object.
  var place: String? { get }
  /// More parts of the status line.
  var standing: [StatusPart] { get }
  /// What is counted in the status line; nil where nothing is.
  var count: String? { get }
  /// The page in words, for the linear mode; nil for what is drawn, without its strokes.
  func words(_ context: PageContext, width: Int) -> [StyledText]?
  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState)
}

/// A page of a list.
protocol ListPage: PageContent {
  /// The list that has the focus.
  var list: ListState { get set }
}

/// What Enter opens.
enum Opening: Sendable {
  case document(DocumentID, DocumentTypeID, ElementPath?)
  case page(Page)
  case overlay(Overlay)
}

/// A part of the left side of the status line; the greatest rank goes first where room is short.
struct StatusPart: Sendable {
  let text: StyledText
  let rank: Int

  init(_ text: String, _ style: Style, rank: Int) {
    self.text = StyledText(text, style)
    self.rank = rank
  }
}
