// Reads the working calendars.

extension OrganizationReader {
  mutating func calendars(zone: LocalZone) -> WorkingCalendars {
    var result: [WorkingCalendar] = []
    var usual: String?
    let example = "{ week: { mon-fri: \"09:00-17:00\" } }"
    for entry in entries("calendars", example: "{ office: \(example) }") where !mapping.isFull {
      if entry.key == "none" || entry.key.isEmpty {
        mapping.error(
          at: entry.keyLocation, "\(quoted(entry.key)) cannot be the name of a calendar",
          "Choose another name; `calendar: none` means no calendar")
        continue
      }
      var isUsual = false
      var named: [MappingReader.Holidays.File] = []
      let calendar = mapping.mapping(entry.value, example: example) { inner in
        isUsual = inner.bool("default") ?? false
        if isUsual, let usual {
          inner.error(
            at: inner.location(of: "default"), "\(quoted(usual)) is the default already",
            "Leave `default: true` with one of the calendars")
        }
        let own = inner.timeZone("time-zone").map { LocalZone($0) }
        let week = inner.workingWeek()
        let holidays = inner.holidays()
        named = holidays.files
        return WorkingCalendar(
          name: entry.key, week: week, holidays: holidays.days, zone: own ?? zone)
      }
      guard let calendar else { continue }
      result.append(adding(named, to: calendar))
      if isUsual { usual = entry.key }
    }
    return WorkingCalendars(zone: zone, calendars: result, usual: usual)
  }

  /// The calendar with the holidays of the files that it names.
  private mutating func adding(
    _ files: [MappingReader.Holidays.File], to calendar: WorkingCalendar
  ) -> WorkingCalendar {
    var days = calendar.holidays
    for (name, location) in files {
      guard let (text, file) = text(of: name, at: location) else { continue }
      let read = HolidayReader.read(text, file: file, zone: calendar.zone)
      mapping.add(read.findings)
      days.merge(read.days) { own, _ in own }
    }
    return WorkingCalendar(
      name: calendar.name, week: calendar.week, holidays: days, zone: calendar.zone)
  }
}
