// Checks who is told of what: names, fields, placeholders.

extension Checker {
  /// Reports unknown names, and rules that can tell nobody.
  mutating func check(_ rules: NotificationRules) {
    for rule in rules.rules {
      for case .people(let provider) in rule.receivers { provider.check(&self) }
      check(template: rule.text, adding: NotificationRule.placeholderTypes)
    }
  }
}
