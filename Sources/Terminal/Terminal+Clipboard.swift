import Foundation

// Text for the clipboard of the terminal, wherever that terminal is.

extension Terminal {
  /// Sends a text to the terminal's clipboard (OSC 52), called between two frames by the thread
  /// that owns the terminal. A terminal that does not know the sequence ignores it.
  package func copy(_ text: String) {
    // Longer ones are cut off by many terminals, which then would show the rest.
    let encoded = Data(text.utf8.prefix(4096)).base64EncodedString()
    FileHandle.standardOutput.write(Data("\u{1B}]52;c;\(encoded)\u{07}".utf8))
  }
}
