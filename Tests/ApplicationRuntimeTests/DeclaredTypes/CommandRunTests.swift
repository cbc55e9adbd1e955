// Commands that do what they should not.

import Foundation
import Testing

@testable import ApplicationRuntime

@Suite("Commands as handlers")
struct CommandRunTests {
  private func run(
    _ script: String, input: String = "", timeout: Duration = .seconds(20)
  ) throws -> CommandOutput {
    try CommandRun(
      words: ["sh", "-c", script], environment: ["PATH=/usr/bin:/bin", "A=1"],
      input: Array(input.utf8), timeout: timeout
    ).run()
  }

  @Test("The last line of the output and the first of the errors are kept")
  func lines() throws {
    let output = try run("echo one; echo two; echo; echo bad >&2; echo worse >&2; exit 3")
    #expect(output.status == .exited(3))
    #expect(output.lastLine == "two")
    #expect(output.firstError == "bad")
  }

  @Test("A command has no shell, the root folder, and only its own environment")
  func surroundings() throws {
    let output = try CommandRun(
      words: ["echo", "$HOME; `id`"], environment: ["PATH=/usr/bin:/bin"], input: [],
      timeout: .seconds(20)
    ).run()
    #expect(output.lastLine == "$HOME; `id`")
    #expect(try run("pwd").lastLine == "/")
    #expect(try run("env | grep -v -e ^PATH= -e ^PWD= -e ^_= -e ^SHLVL=").lastLine == "A=1")
  }

  @Test("A command may leave its input unread, or read much of it")
  func input() throws {
    let much = String(repeating: "x", count: 3_000_000)
    #expect(try run("exit 0", input: much).status == .exited(0))
    #expect(try run("exec <&-; sleep 0.1; echo done", input: much).lastLine == "done")
    #expect(try run("wc -c", input: much).lastLine == "3000000")
  }

  @Test("Megabytes of output are passed over, and its lines are cut")
  func flood() throws {
    let output = try run(
      "head -c 20000000 /dev/zero; echo; echo end; head -c 9000000 /dev/zero >&2")
    #expect(output.lastLine == "end")
    #expect(output.firstError.utf8.count <= 4096)
    let shown = try #require(CommandOutput.shown(String(repeating: "y", count: 5000)))
    #expect(shown.count == 201)
  }

  @Test("Control characters of a command never reach history or terminal")
  func controls() throws {
    let output = try run("printf 'a\\033[2Jb\\377\\r\\n'")
    #expect(CommandOutput.shown(output.lastLine) == "a\\u{1B}[2Jb\u{FFFD}")
    #expect(CommandOutput.shown(" \u{200B}\u{202E} ") == "\\u{200B}\\u{202E}")
    #expect(CommandOutput.shown("  ") == nil)
  }

  @Test("A command that hangs is killed with all that it started in its group")
  func hang() throws {
    let mark = FileManager.default.temporaryDirectory.path + "/mark-" + UUID().uuidString
    let start = ContinuousClock.now
    let output = try run(
      "trap '' TERM INT HUP; (sleep 2; touch \(mark)) & sleep 60", timeout: .milliseconds(300))
    #expect(output.status == .timedOut)
    #expect(ContinuousClock.now - start < .seconds(20))
    Thread.sleep(forTimeInterval: 3)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test("What a command leaves behind does not hold its end up")
  func fork() throws {
    let start = ContinuousClock.now
    let output = try run("(while :; do echo noise; done) & setsid sleep 8 & echo gone")
    #expect(output.status == .exited(0))
    #expect(ContinuousClock.now - start < .seconds(7))
  }

  @Test("A program that is not there is told by its name")
  func missing() {
    for program in ["no-such-program", "/no/such", "/etc/passwd", "/"] {
      let error = #expect(throws: EngineError.self) {
        try CommandRun(
          words: [program], environment: ["PATH=.:/bin"], input: [], timeout: .seconds(5)
        ).run()
      }
      #expect(error?.message.contains(program) == true)
    }
  }

  @Test("A command that ends by a signal has failed")
  func signal() throws {
    #expect(try run("kill -SEGV $$").status == .killed(signal: 11))
  }
}
