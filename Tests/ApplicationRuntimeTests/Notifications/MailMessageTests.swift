// A mail as bytes: nothing of a text can become a header (RFC 5322, 2045, 2047).

import Foundation
import Testing
import Workflow

@testable import ApplicationRuntime

@Suite struct MailMessageTests {
  private func mail(_ subject: String, body: String = "x", name: String = "Sam") -> String {
    let message = MailMessage(
      sender: "w@example.org", recipient: "sam@example.org", recipientName: name,
      subject: subject, body: body, key: "countersign-1-7",
      date: Timestamp(microseconds: 1_772_442_000_000_000))
    return String(decoding: message.bytes, as: UTF8.self)
  }

  private func header(_ text: String) -> [String] {
    text.components(separatedBy: "\n\n")[0].components(separatedBy: "\n")
  }

  @Test("A mail names its sender, its receiver, its time, and is named by its key")
  func headers() {
    #expect(
      header(mail("Trip is approved.")) == [
        "From: Countersign <w@example.org>", "To: \"Sam\" <sam@example.org>",
        "Subject: Trip is approved.", "Date: Mon, 02 Mar 2026 09:00:00 +0000",
        "Message-ID: <countersign-1-7@example.org>", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
        "Auto-Submitted: auto-generated", "X-Countersign-Key: countersign-1-7",
      ])
  }

  @Test(
    "A text with line ends or control characters adds no header",
    arguments: [
      "Hello\nBcc: x@y.org", "Hello\r\nBcc: x@y.org", "Hello\rBcc: x@y.org", "a\u{0}b\u{1B}[31m",
      "Hello\u{85}Bcc: x@y.org", "Hello\u{2028}Bcc: x@y.org", "\u{202E}x",
    ])
  func injection(text: String) {
    for bytes in [mail(text), mail("x", name: text)] {
      let lines = header(bytes)
      #expect(lines.count == 10 && !lines.contains { $0.hasPrefix("Bcc") })
      #expect(!bytes.contains("\r") && !bytes.contains("\u{1B}") && !bytes.contains("\u{0}"))
    }
  }

  @Test("A name or a subject that is not ASCII is written in encoded words, folded")
  func encodedWords() throws {
    let subject = String(repeating: "Rejse til Ærø 🚢 ", count: 12)
    let lines = header(mail(subject, name: "Søren “S” Ås"))
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    let first = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
    var words = String(lines[first].dropFirst(9))
    for line in lines[(first + 1)...] where line.hasPrefix(" ") { words += line }
    let decoded = words.split(separator: " ").map { word in
      Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))
        .map { String(decoding: $0, as: UTF8.self) } ?? "?"
    }.joined()
    #expect(decoded == subject.prefix(149) + "…")
  }

  @Test("The body is quoted-printable, in lines of at most 76 characters")
  func body() {
    let text = "= æ\n.\nFrom x\n" + String(repeating: "long ", count: 40) + "\nend "
    let lines = mail("x", body: text).components(separatedBy: "\n\n")[1]
      .components(separatedBy: "\n")
    #expect(lines[0] == "=3D =C3=A6" && lines[1] == "=2E" && lines[2] == "=46rom x")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.contains("end=20"))
  }
}
