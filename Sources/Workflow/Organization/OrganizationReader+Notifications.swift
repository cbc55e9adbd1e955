// Reads `notifications`: by which transports people are told, beside the list in the program.

extension OrganizationReader {
  private static let mailExample = "{ from: workflow@example.org }"
  private static let commandExample = "{ run: [/usr/local/bin/tell] }"

  mutating func notifications() -> NotificationSettings {
    guard let node = mapping.node("notifications") else { return NotificationSettings() }
    let example = "notifications: { mail: \(Self.mailExample) }"
    let settings = mapping.mapping(node, example: example) { reader in
      var transports: [NotificationTransport: NotificationSettings.Transport] = [:]
      if let node = reader.node("mail") {
        transports[.mail] = reader.mapping(node, example: "mail: \(Self.mailExample)") {
          $0.mail()
        }
      }
      if let node = reader.node("command") {
        transports[.command] = reader.mapping(node, example: "command: \(Self.commandExample)") {
          $0.command()
        }
      }
      return NotificationSettings(transports)
    }
    return settings ?? NotificationSettings()
  }
}

extension MappingReader {
  fileprivate mutating func mail() -> NotificationSettings.Transport? {
    let program = text("sendmail", example: NotificationSettings.usualSendmail)
    let sender = requiredText("from", example: "workflow@example.org")
    if let program { checkProgram(program, at: location(ofValue: "sendmail")) }
    if let sender, !MailAddress.isAddress(sender) {
      error(
        at: location(ofValue: "from"), "\(quoted(sender)) is no mail address",
        "Write one such as `workflow@example.org`, without a name")
    }
    return transport([program ?? NotificationSettings.usualSendmail], sender: sender)
  }

  fileprivate mutating func command() -> NotificationSettings.Transport? {
    let example = "[/usr/local/bin/tell]"
    guard requiredNode("run", example: example) != nil else {
      _ = transport([], sender: nil)
      return nil
    }
    let arguments = texts("run", example: example) ?? []
    if let program = arguments.first {
      checkProgram(program.text, at: program.location)
    } else if node("run")?.sequence != nil {
      error(at: location(ofValue: "run"), "`run` is empty", "Write `run: \(example)`")
    }
    return transport(arguments.map(\.text), sender: nil)
  }

  /// What both have: for which events, how long, how many at once.
  private mutating func transport(
    _ arguments: [String], sender: String?
  ) -> NotificationSettings.Transport {
    var events = Set(NotificationEvent.allCases)
    if has("events") {
      events = []
      for (text, location) in texts("events", example: "[returned, stopped]") ?? [] {
        if let event = choice(text, of: NotificationEvent.self, at: location) {
          events.insert(event)
        }
      }
    }
    let timeout = seconds("timeout", in: 1...600)
    let atOnce = integer("at-once", in: 1...20)
    return NotificationSettings.Transport(
      arguments: arguments, sender: sender, events: events,
      timeout: .seconds(timeout ?? 30), atOnce: atOnce ?? 2)
  }

  private mutating func seconds(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let (scalar, location) = scalar(key, example: "30 seconds") else { return nil }
    let parts = scalar.text.split(separator: " ")
    if parts.count == 2, parts[1] == "seconds" || parts[1] == "second",
      let number = Int(parts[0]), range.contains(number)
    {
      return number
    }
    error(
      at: location, "\(quoted(scalar.text)) is no time that it may take",
      "Write \(range.lowerBound) to \(range.upperBound) seconds, such as `30 seconds`")
    return nil
  }

  /// It is run as it is written, by whoever runs the batch job: a relative path would depend on
  /// where that is.
  private mutating func checkProgram(_ path: String, at location: SourceLocation) {
    guard path.hasPrefix("/"), !path.utf8.contains(0) else {
      return error(
        at: location, "\(quoted(path)) is no whole path of a program",
        "Write it from the root, such as `\(NotificationSettings.usualSendmail)`")
    }
  }
}
