// The organisation of somebody who begins alone.

extension Organization {
  /// An organisation of one person, who administers it and is in all the groups.
  public static func soleUser(
    id: PersonID, name: String, login: String, groups: [GroupID], currency: Currency = .euro,
    timeZone: String = "UTC"
  ) -> Organization {
    // A JSON string is a YAML string in double quotes, whatever is in it.
    let quote = { (text: String) in JSON.string(text).text }
    let members = groups.map { quote($0.rawValue) + ": [" + quote(id.rawValue) + "]" }
    let source = """
      organization: \(quote(name))
      time-zone: \(quote(timeZone))
      currency: \(currency.code)
      administrators: [\(quote(id.rawValue))]
      users:
        - { id: \(quote(id.rawValue)), name: \(quote(name)), login: \(quote(login)) }
      groups: { \(members.joined(separator: ", ")) }

      """
    return Organization(
      name: name, timeZone: timeZone, currency: currency, administrators: [id],
      people: [Person(id: id, name: name, login: login)],
      groups: Dictionary(groups.map { ($0, [id]) }, uniquingKeysWith: { first, _ in first }),
      source: source)
  }
}
