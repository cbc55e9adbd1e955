// Watches for commits of other processes.

import Dispatch
import Glibc

/// Calls a body when the wake file was written: by inotify, or once a second where that cannot be
/// had. The body finds out whether anything changed.
///
/// Unchecked: the source is only cancelled, once.
final class WakeWatch: @unchecked Sendable {
  private let source: any DispatchSourceProtocol

  init(_ file: WakeFile?, onWake: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "countersign.store.wake")
    if let file, let descriptor = Self.watch(file.path) {
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      source.setEventHandler {
        Self.drain(descriptor)
        onWake()
      }
      source.setCancelHandler { close(descriptor) }
      self.source = source
      source.activate()
    } else {
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(100))
      timer.setEventHandler(handler: onWake)
      self.source = timer
      timer.activate()
    }
  }

  deinit { source.cancel() }

  private static func watch(_ path: String) -> Int32? {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    guard inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// What the events say does not matter: that there were some does.
  private static func drain(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
