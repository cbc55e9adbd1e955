// A notification as a mail (RFC 5322), for `sendmail`.

import Foundation
import Workflow

/// A mail with one plain text. Nothing of a text or a name can begin a header of its own.
struct MailMessage {
  let sender: String
  let recipient: String
  let recipientName: String
  let subject: String
  let body: String
  /// Names the mail once and for all: the idempotency key.
  let key: String
  let date: Timestamp

  private static let longestSubject = 150

  /// The bytes, with the line ends of this system as `sendmail` expects them.
  var bytes: [UInt8] {
    let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
    let headers = [
      "From: Countersign <\(sender)>",
      "To: \(Self.phrase(recipientName)) <\(recipient)>",
      "Subject: \(Self.encodedWords(Self.oneLine(subject)))",
      "Date: \(Self.rfc5322(date))",
      "Message-ID: <\(key)@\(domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "Auto-Submitted: auto-generated",
      "X-Countersign-Key: \(key)",
    ]
    return Array((headers.joined(separator: "\n") + "\n\n").utf8) + Self.quotedPrintable(body)
  }

  /// One line without control characters, of a length that lists can show.
  private static func oneLine(_ text: String) -> String {
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let plain = String(
      String.UnicodeScalarView(first.unicodeScalars.map { $0.isPlain ? $0 : " " }))
    return plain.count <= longestSubject ? plain : plain.prefix(longestSubject - 1) + "…"
  }

  /// A name before an address: a quoted text, or encoded words where it is not ASCII.
  private static func phrase(_ name: String) -> String {
    let name = oneLine(name)
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return encodedWords(name) }
    let quoted = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "\"\(quoted)\""
  }

  /// RFC 2047: words of at most 75 characters, each of whole characters, folded.
  static func encodedWords(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
    if isPlain, text.utf8.count <= 60 { return text }
    var words: [String] = []
    var bytes: [UInt8] = []
    for character in text {
      let more = Array(String(character).utf8)
      if bytes.count + more.count > 42, !bytes.isEmpty {
        words.append(encodedWord(bytes))
        bytes = []
      }
      // A cluster of many marks is cut; no header may be without bound.
      bytes += more.prefix(42)
    }
    words.append(encodedWord(bytes))
    return words.joined(separator: "\n ")
  }

  private static func encodedWord(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?" + Data(bytes).base64EncodedString() + "?="
  }

  /// RFC 2045: lines of at most 76 characters; only a line end and plain ASCII stand for themselves.
  static func quotedPrintable(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    for line in lines {
      var length = 0
      for (index, byte) in line.enumerated() {
        let isBlankAtEnd = (byte == 0x20 || byte == 0x09) && index == line.count - 1
        // A dot alone on a line ends the input of some programs, and “From ” begins a mail.
        let isAtStart = index == 0 && (byte == 0x2E || byte == 0x46)
        let isPlain =
          (byte >= 0x20 && byte < 0x7F || byte == 0x09) && byte != 0x3D && !isBlankAtEnd
          && !isAtStart
        let width = isPlain ? 1 : 3
        if length + width > 75 {
          result += [0x3D, 0x0A]
          length = 0
        }
        result +=
          isPlain ? [byte] : [0x3D, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
        length += width
      }
      result.append(0x0A)
    }
    return result
  }

  /// "Sun, 22 Nov 2026 21:02:00 +0000"
  static func rfc5322(_ time: Timestamp) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return formatter.string(
      from: Date(timeIntervalSince1970: Double(time.microseconds) / 1_000_000))
  }
}
