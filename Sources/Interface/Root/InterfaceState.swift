// Everything that the pages know: the root of the interface.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// The state of all pages. It is a value: events go in, effects come out, a frame is drawn of it.
///
///     var state = InterfaceState(setup: setup, viewer: viewer, now: engine.now)
///     for effect in state.start() { carryOut(effect) }
///     for effect in state.update(.input(event)) { carryOut(effect) }
///     let frame = state.render(size: size, glyphs: .unicode)
package struct InterfaceState: Sendable {
  package internal(set) var setup: InterfaceSetup
  package internal(set) var viewer: Viewer
  package internal(set) var size = Size(columns: 80, rows: 24)
  package internal(set) var now: Timestamp
  package internal(set) var uptime: Duration = .zero

  /// The pages from the top page to the one on the screen.
  package internal(set) var pages: [Page]
  /// Top pages that were left by a number key; they are as they were when one comes back.
  var resting: [PageKind: Page] = [:]
  package internal(set) var overlay: Overlay?
  package internal(set) var dialog: Dialog?
  /// Whether the dialog was opened and no frame showed it yet: input is dropped until then.
  package internal(set) var dialogAwaitsFrame = false
  /// The filter that is being typed.
  package internal(set) var filterInput: TextArea?
  /// Which of the filters used before stands in it, the newest first; nil for none.
  var filterPlace: Int?
  package internal(set) var toasts: [Toast] = []

  /// The people's names, for what the read models name by id.
  package internal(set) var names: [PersonID: String] = [:]
  package internal(set) var overview: QueueOverview?
  /// How many notifications the viewer has not read.
  package internal(set) var unread = 0
  /// Everything that was told.
  package internal(set) var log = MessageLog()
  /// Whether the messages are on the screen: they are seen when it is left.
  var showsMessages = false
  var rates = QueueRates()
  package internal(set) var isHeld = false
  /// Whether there is news that is not shown: while held, or while a reading is on its way.
  var hasNews = false
  /// What could not be read, and why.
  var failedReadings: [Reading: String] = [:]
  var readingsUnderWay: Set<Reading> = []
  var readingsToRepeat: Set<Reading> = []
  /// A list that is looked at from end to end is not looked at again for news before.
  var listsRestUntil: Duration = .zero
  /// Whether there is news that such a list has not.
  var newsRests = false
  /// Since when each reading is under way.
  var readingsBegan: [Reading: Duration] = [:]
  /// Until when everything that was shown could be read.
  var lastRead: Duration = .zero
  /// When what could not be read is tried again.
  var nextAttempt: Duration = .zero
  /// A selected document that could not be read; it is not tried again until there is news.
  var failedPreview: DocumentID?

  package internal(set) var answered: [WorkItemID: AnsweredMark] = [:]
  package internal(set) var takeBacks: [TakeBack] = []
  package internal(set) var works: [Int: Work] = [:]
  var nextWork = 1
  /// Long work that is no bulk, and how far it is.
  package internal(set) var tasks: [LongTask: TaskProgress] = [:]
  package internal(set) var deletions: [PendingDeletion] = []
  /// The row that came under the cursor by itself: no verb means it before somebody has seen it.
  var strayed: String?
  /// Whether a page came up and its own rows were not read yet.
  var isAppearing = true
  var rowsAreStale = true
  var changesUntil: Duration?
  /// Several documents that are being copied.
  var copies: Copies?
  /// The hint's keys that were not used yet.
  var hints: [ActionName]
  /// Where the last export went, with its slash; empty for the folder of the start.
  var exportFolder = ""
  /// Where the last file was taken from; the person's own folder at first.
  var fileFolder = "~"
  /// The line that a file is attached to when it is kept, as it was then.
  var receiptUnderWay: (line: Int, lines: [EditorRecord])?
  /// What was typed for a delegation that is being added: a refusal brings it back.
  var delegationUnderWay: DelegationForm?
  /// Where the text that `$EDITOR` has goes when it comes back.
  var externalEdit: (@Sendable (inout InterfaceState, String) -> [Effect])?
  package internal(set) var isQuitting = false

  package init(setup: InterfaceSetup, viewer: Viewer, now: Timestamp) {
    self.setup = setup
    self.viewer = viewer
    self.now = now
    pages = [.inbox(InboxPage())]
    hints = setup.showsHints ? [.open, .approve, .queue, .help] : []
  }

  package var page: Page {
    get { pages.last ?? .inbox(InboxPage()) }
    set {
      if pages.isEmpty { pages = [newValue] } else { pages[pages.count - 1] = newValue }
    }
  }

  var context: PageContext {
    PageContext(
      now: now, uptime: uptime, clock: setup.clock, viewer: viewer, types: setup.types,
      answered: answered, deletions: deletions, names: names, log: log,
      table: setup.table)
  }

}
