// The transports of an organisation, and what is wrong with them.

import Testing
import Workflow

@Suite struct NotificationSettingsTests {
  private func read(_ settings: String) -> (organization: Organization?, findings: [Finding]) {
    Organization.parse(
      """
      organization: Example
      currency: EUR
      administrators: [carol]
      users: [ { id: carol, name: Carol } ]
      notifications: \(settings)
      """, file: "o.yaml")
  }

  @Test("An organisation without notifications tells people in the program only")
  func none() throws {
    let settings = NotificationSettings()
    #expect(settings.isUsual(.completed, by: .inApp) && !settings.isUsual(.completed, by: .mail))
  }

  @Test("An organisation names sendmail, a command, and for which events they are used")
  func read() throws {
    let (organization, findings) = read(
      """
      { mail: { from: w@example.org, events: [returned] },
        command: { run: [/bin/tell, --now], timeout: 5 seconds, at-once: 3 } }
      """)
    #expect(findings.isEmpty)
    let settings = try #require(organization?.notifications)
    let mail = try #require(settings.transports[.mail])
    #expect(mail.arguments == ["/usr/sbin/sendmail"] && mail.sender == "w@example.org")
    #expect(mail.timeout == .seconds(30) && mail.atOnce == 2)
    #expect(settings.isUsual(.returned, by: .mail) && !settings.isUsual(.completed, by: .mail))
    let command = try #require(settings.transports[.command])
    #expect(command.arguments == ["/bin/tell", "--now"] && command.timeout == .seconds(5))
    #expect(settings.isUsual(.completed, by: .command) && command.atOnce == 3)
  }

  @Test(
    "A mistake in the transports is told at line:column",
    arguments: [
      ("{ mail: true }", "5:24 expected a mapping of keys to values"),
      ("{ mail: {} }", "5:24 `from` is missing"),
      ("{ mail: { from: \"A <a@b.org>\" } }", "5:32 `A <a@b.org>` is no mail address"),
      ("{ mail: { from: a@b.org, sendmail: sendmail } }", "5:51 `sendmail` is no whole path"),
      ("{ mail: { from: a@b.org, events: [compleeted] } }", "5:50 unknown word `compleeted`"),
      ("{ command: { run: [] } }", "5:34 `run` is empty"),
      ("{ command: { run: [/bin/x], timeout: 1 hour } }", "5:53 `1 hour` is no time"),
      ("{ pigeon: {} }", "5:18 unknown key `pigeon`"),
    ])
  func mistakes(settings: String, place: String) {
    let findings = read(settings).findings
    #expect(findings.count == 1 && findings[0].place.hasPrefix(place), "\(findings)")
  }

  @Test(
    "Only a plain address is handed to sendmail",
    arguments: [
      ("sam@example.org", true), ("s.o'neil+x@mail.example.org", true), ("-sam@example.org", false),
      ("sam", false), ("sam@", false), ("@example.org", false), ("a@b@c", false),
      ("sam@example.org\nBcc: x@y.org", false), ("sam @example.org", false),
      ("\"a b\"@example.org", false), ("sam@exämple.org", false), ("sam@.org", false),
      ("a,b@example.org", false),
    ])
  func addresses(text: String, isAddress: Bool) {
    #expect(MailAddress.isAddress(text) == isAddress)
  }
}
