/// Reads the days of the events of an iCalendar file (RFC 5545).
///
/// All-day events and events with times alike make the days that they touch free of work. The years
/// 1970 to 2200 are looked at. A rule that is not understood is an error, so that no holiday is
/// silently a working day.
struct HolidayReader {
  static let years = 1970...2200
  /// A longer event is a mistake.
  static let greatestLength = 366
  /// Days and years that rules may walk over, of all the events together.
  static let greatestWork = 1_000_000

  let file: String
  let zone: LocalZone
  private(set) var findings: [Finding] = []
  var days: [Day: String] = [:]
  private(set) var events: [HolidayEvent] = []
  /// How many days and years have been walked over.
  var work = 0

  /// The days with the titles of their events, and what is wrong in the file.
  static func read(
    _ text: String, file: String, zone: LocalZone
  ) -> (days: [Day: String], findings: [Finding]) {
    var reader = HolidayReader(file: file, zone: zone)
    reader.read(ContentLine.unfolded(text))
    reader.addDays()
    return (reader.days, reader.findings)
  }

  private init(file: String, zone: LocalZone) {
    self.file = file
    self.zone = zone
  }

  var isFull: Bool { findings.count >= YAMLReader.greatestFindingCount }

  mutating func report(
    _ line: Int, _ message: String, _ remedy: String, severity: Finding.Severity = .error
  ) {
    guard !isFull else { return }
    findings.append(
      Finding(
        severity: severity, location: SourceLocation(file: file, line: line, column: 1),
        message: message, remedy: remedy))
  }

  private mutating func read(_ lines: [(number: Int, bytes: [UInt8])]) {
    let remedy = "Use a calendar as calendar programs export it: a file that ends in .ics"
    var path: [String] = []
    var event: HolidayEvent?
    for (number, bytes) in lines where !isFull {
      guard let line = ContentLine(number: number, bytes: bytes) else {
        let shown = quoted(String(decoding: bytes.prefix(200), as: UTF8.self))
        report(number, "\(shown) is no line of an iCalendar file", remedy)
        if path.isEmpty { return }
        continue
      }
      switch line.name {
      case "BEGIN":
        path.append(line.value.uppercased())
        if path.count > 8 {
          report(number, "parts are nested more than 8 deep", remedy)
          return
        }
        if path == ["VCALENDAR", "VEVENT"] { event = HolidayEvent(line: number) }
      case "END":
        guard path.last == line.value.uppercased() else {
          report(number, "\(quoted("END:" + line.value)) ends nothing that began", remedy)
          return
        }
        if path == ["VCALENDAR", "VEVENT"], let done = event {
          events.append(done)
          event = nil
        }
        path.removeLast()
      default:
        if path.isEmpty {
          report(
            number, "this is no iCalendar file: it does not begin with BEGIN:VCALENDAR", remedy)
          return
        }
        if path == ["VCALENDAR", "VEVENT"], var changed = event {
          event = nil
          read(line, into: &changed)
          event = changed
        }
      }
    }
    if let open = path.last, !isFull {
      report(lines.last?.number ?? 1, "the file ends inside \(quoted(open))", remedy)
    } else if events.isEmpty, findings.isEmpty {
      report(1, "the file holds no events", "Remove it, or put holidays in", severity: .warning)
    }
  }

  private mutating func read(_ line: ContentLine, into event: inout HolidayEvent) {
    switch line.name {
    case "UID": event.identity = line.value
    case "SUMMARY": event.title = line.plainText
    case "STATUS": event.isCanceled = line.value.uppercased() == "CANCELLED"
    case "DURATION": event.duration = (line.value, line.number)
    case "RRULE":
      if let rule = YearlyRule(line.value, zone: zone) {
        event.rules.append(rule)
      } else {
        notUnderstood(line, &event)
      }
    case "EXRULE": notUnderstood(line, &event)
    case "DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID":
      guard let moments = moments(line), let first = moments.first else {
        event.isBad = true
        return
      }
      switch line.name {
      case "DTSTART": event.start = first
      case "DTEND": event.end = first
      case "RDATE": event.added += moments.map(\.day)
      case "EXDATE": event.excluded.formUnion(moments.map(\.day))
      default: event.replaced = first.day
      }
    default: break
    }
  }

  private mutating func notUnderstood(_ line: ContentLine, _ event: inout HolidayEvent) {
    event.isBad = true
    report(
      line.number, "the rule \(quoted(line.name + ":" + line.value)) is not understood",
      "Write one event for each day, or a rule with FREQ=YEARLY and BYMONTH, BYMONTHDAY or BYDAY")
  }

  /// The days or times of a line, at least one; none when one of them is malformed.
  private mutating func moments(_ line: ContentLine) -> [CalendarMoment]? {
    var result: [CalendarMoment] = []
    for part in line.value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let moment = CalendarMoment(String(part), zone: zone) else {
        report(
          line.number, "\(quoted(String(part))) is no day that \(quoted(line.name)) can have",
          "Write a day such as 20261224")
        return nil
      }
      result.append(moment)
    }
    return result
  }
}
