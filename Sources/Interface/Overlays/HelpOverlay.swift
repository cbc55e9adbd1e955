// `?`: every action of this page with its keys; typing filters by name and key.

package struct HelpOverlay: Hashable, Sendable {
  let context: PageKind
  var search = TextArea()
  var top = 0
}
