// Where a store lies, and what can be said about the file before SQLite opens it.

import ApplicationRuntime
import Foundation
import Glibc

/// A path as it was typed, and the same as an absolute one.
///
/// Only the names and modes of the file are looked at here: opening and closing it would give up
/// the locks that SQLite holds on it elsewhere in this process.
struct StorePath: Hashable, Sendable {
  let typed: String
  let absolute: String

  init(_ typed: String) throws {
    guard !typed.isEmpty, !typed.utf8.contains(0) else {
      throw StoreError(.cannotCreate, "A store needs a path that is not empty.")
    }
    self.typed = typed
    absolute =
      typed.hasPrefix("/") ? typed : FileManager.default.currentDirectoryPath + "/" + typed
  }

  /// Refuses what cannot be a store, or may not be used.
  func checkReadable(isReadOnly: Bool) throws {
    let information = try information()
    switch information.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw StoreError(
        .foreign, "\(typed) is a folder, not a store. Name the store's file inside it.")
    default: throw foreign("it is no file")
    }
    guard access(absolute, R_OK) == 0 else {
      throw StoreError(
        .noPermission, "You may not read the store \(typed). Ask its owner, or choose another one.")
    }
    guard isReadOnly || access(absolute, W_OK) == 0 else {
      throw StoreError(
        .readOnly, "You may read the store \(typed) but not write it. Ask its owner.")
    }
    guard isReadOnly || access(parent(of: absolute), W_OK) == 0 else {
      throw StoreError(
        .noPermission,
        "The folder of the store \(typed) may not be written; the store needs its journal there.")
    }
    if information.st_size == 0 { throw foreign("it is empty") }
  }

  /// Refuses a store that everybody may use.
  func checkMode() throws {
    let information = try information()
    guard information.st_mode & 0o007 == 0 else { throw tooWide(information.st_mode) }
  }

  /// After the file was opened: a group may use it only when it was made so.
  func checkGroup(_ permissions: FilePermissions) throws {
    let information = try information()
    guard information.st_mode & 0o070 != 0 else { return }
    guard let group = permissions.group, information.st_gid == group else {
      throw tooWide(information.st_mode)
    }
  }

  func foreign(_ reason: String) -> StoreError {
    StoreError(
      .foreign,
      "\(typed) is no store of Countersign: \(reason). It was left as it is; choose another path.")
  }

  private func information() throws -> stat {
    var information = stat()
    guard stat(absolute, &information) != 0 else { return information }
    switch errno {
    case ENOENT, ENOTDIR:
      throw StoreError(
        .missing, "There is no store at \(typed). Make one with “countersign init”.")
    case EACCES:
      throw StoreError(.noPermission, "You may not look into the folder of the store \(typed).")
    default:
      throw StoreError(
        .inputOutput,
        "The store \(typed) cannot be looked at (\(String(cString: strerror(errno)))).")
    }
  }

  private func tooWide(_ mode: mode_t) -> StoreError {
    StoreError(
      .noPermission,
      "The store \(typed) may be used by others (mode \(String(mode & 0o777, radix: 8))). Run "
        + "“chmod 600” on it, or make a shared store with “init --shared”.")
  }
}
