/// An event of an iCalendar file with what says on which days it is.
struct HolidayEvent {
  /// The line on which it begins.
  let line: Int
  var identity: String?
  var title = ""
  var isCanceled = false
  var start: CalendarMoment?
  var end: CalendarMoment?
  var duration: (text: String, line: Int)?
  var rules: [YearlyRule] = []
  /// Further first days, beside those of the rules.
  var added: [Day] = []
  var excluded: Set<Day> = []
  /// The day of the series that this event stands for instead.
  var replaced: Day?
  /// Whether something in it could not be read, so that it is left out.
  var isBad = false
}
