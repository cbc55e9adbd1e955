// Workflow elements that several tests use.

/// Workflows that several tests use.
enum Elements {
  static let manager = """
      - approval: manager
        steps:
          - step: manager
            assign: { user: frank }
    """
  static let both = """
      - approval: both
        steps:
          - step: pair
            assign: { users: [ann, bob] }
            policy: all
    """
  static let receipts = """
      - task: receipts
        assign: { group: receipts }
    """
  static let post = """
      - automated: post
        run: post
    """
  static let mail = """
      - automated: mail
        run: mail
    """
}
