// The link that a commit adds to the chain of the store.

import ApplicationRuntime

/// Collects the entries of one transaction and writes one link for all of them before the commit.
///
/// A savepoint that fails cuts off what was added in it.
final class StoreChain {
  private let connection: Connection
  private var tail = StoreChainTail()

  init(_ connection: Connection) { self.connection = connection }

  /// How many entries were added: the mark that a savepoint goes back to.
  var count: Int { tail.count }

  func begin() { tail = StoreChainTail() }

  func add(sequence: Int64, hash: [UInt8]) { tail.add(sequence: sequence, hash: hash) }

  func putBack(_ mark: Int) { tail.cut(to: mark) }

  /// Writes the link. The last one is read each time: another process may have added one.
  func save() throws {
    guard !tail.isEmpty else { return }
    let previous = try connection.first(.lastStoreChainLink, { _ in }, StoreChainLink.init)
    guard let link = tail.link(after: previous) else { return }
    try connection.run(.insertStoreChainLink) {
      $0.add(link.number)
      $0.add(link.first)
      $0.add(link.last)
      $0.add(link.count)
      $0.add(link.hash)
    }
    begin()
  }
}

extension StoreChainLink {
  init(_ row: Row) {
    self.init(
      number: row.integer(0), first: row.integer(1), last: row.integer(2), count: row.number(3),
      hash: row.bytes(4))
  }
}
