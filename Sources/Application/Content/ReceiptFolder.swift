// A folder into which the receipts of documents are written under their own names.

import ApplicationRuntime
import Foundation

/// Takes the receipts of documents that are exported; files that are there are left as they are.
struct ReceiptFolder {
  let path: String
  let kept: KeptFiles

  init(_ path: String, kept: KeptFiles) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw EngineError(.cannotCreate, "“\(path)”: \(String(cString: strerror(errno)))")
    }
    self.path = path
    self.kept = kept
  }

  /// `ER-000012-2-taxi.pdf`: document and line first, so that equal names do not meet.
  func write(_ file: KeptFile, of document: String, line: Int) throws {
    let name = "\(document)-\(line)-\(file.name)".map { $0 == "/" ? "_" : String($0) }.joined()
    try OutputFile.write(try kept.bytes(of: file), to: path + "/" + name)
  }
}
