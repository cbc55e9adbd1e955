// The table of exit statuses (INTERFACE 3).

import ApplicationRuntime
import Testing

@testable import Application

struct ExitStatusTests {
  @Test(
    "Each error code ends with its status",
    arguments: [
      (EngineError.Code.usage, 64), (.badData, 65), (.conflict, 65), (.notFound, 66),
      (.notAllowed, 77), (.locked, 77), (.alreadyClosed, 1), (.internal, 1),
      (.storeUnavailable, 69), (.storeForeign, 69), (.storeDamaged, 69), (.storeNewer, 69),
      (.cannotCreate, 73), (.tryAgain, 75), (.interrupted, 130),
    ] as [(EngineError.Code, Int32)])
  func code(_ code: EngineError.Code, _ status: Int32) {
    #expect(ExitStatus(code).rawValue == status)
  }

  @Test("Of several: all done 0, some failed 2, all failed alike their status, else 1")
  func several() {
    #expect(ExitStatus(of: []) == .done)
    #expect(ExitStatus(of: [.done, .done]) == .done)
    #expect(ExitStatus(of: [.done, .notAllowed]) == .someFailed)
    #expect(ExitStatus(of: [.notAllowed, .notAllowed]) == .notAllowed)
    #expect(ExitStatus(of: [.notAllowed, .notFound]) == .failed)
  }
}
