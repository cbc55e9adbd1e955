/// What the loop does after events were taken in.
package enum LoopDecision: Hashable, Sendable {
  /// Leave the screen.
  case quit

  /// Draw, and wait for what comes.
  ///
  /// - `tick`: a ``InputEvent/tick`` comes that much later, unless something else comes first; every
  ///   decision sets it anew. Nil costs nothing while idle.
  /// - `redraw`: false when nothing that is shown has changed.
  /// - `discardInput`: what was typed before this decision's frame is seen is dropped, so that no key
  ///   typed ahead confirms a dialog.
  case wait(tick: Duration? = nil, redraw: Bool = true, discardInput: Bool = false)
}
