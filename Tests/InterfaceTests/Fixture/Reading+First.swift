// What a page reads at first, in the short form that tests were written in.

import ApplicationRuntime
import WorkflowRuntime

@testable import Interface

extension Reading {
  static func inbox(limit: Int) -> Reading { .inbox(ListRequest(order: ListOrder("due"))) }
  static func documents(limit: Int) -> Reading { .documents(ListRequest()) }
  static func queue(pending: Int, done: Int) -> Reading {
    .queue(ListRequest(), handled: ListRequest())
  }
  static func instances(_ status: InstanceStatus?, limit: Int) -> Reading {
    .instances(status, ListRequest())
  }
  static func notifications(isUnreadOnly: Bool, limit: Int) -> Reading {
    .notifications(isUnreadOnly: isUnreadOnly, ListRequest())
  }
  static func deliveries(ofEverybody: Bool, limit: Int) -> Reading {
    .deliveries(ofEverybody: ofEverybody, ListRequest())
  }
}

extension ReadAnswer {
  static func queue(pending: [Message], done: [Message]) -> ReadAnswer {
    .queue(Window(rows: pending, next: nil), handled: Window(rows: done, next: nil))
  }
}
