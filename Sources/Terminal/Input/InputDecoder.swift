import Screen

/// Puts what ncurses read together to events: named keys, controls, pastes.
///
/// A control sequence that ncurses does not know would arrive as Esc and a row of letters and digits,
/// and each of these is a verb or a page somewhere; the decoder swallows it whole. Only sequences with
/// parameters are taken for such: a person may well press Esc and then a bracket.
struct InputDecoder: Hashable, Sendable {
  private enum State: Hashable, Sendable {
    case ground

    /// Esc was read.
    case escape

    /// Esc and a bracket were read.
    case bracket

    /// Within an unknown control sequence.
    case parameters
    case paste(Paste)
  }

  private var state = State.ground

  /// While true every scalar is text, and escape sequences are not to be read as keys.
  var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  /// Takes one thing that was read and adds what it completes.
  mutating func decode(_ input: RawInput, into events: inout [InputEvent]) {
    if case .paste(var paste) = state {
      // Its only owner from here on: a long paste is not copied for every character.
      state = .ground
      if case .character(let scalar) = input, paste.append(scalar) {
        events.append(.paste(paste.text))
      } else {
        state = .paste(paste)
      }
      return
    }
    guard case .character(let scalar) = input else {
      flush(into: &events)
      switch input {
      case .key(let key): events.append(.key(key))
      case .mouse(let mouse): events.append(.mouse(mouse))
      case .paste: state = .paste(Paste())
      case .other, .character: break
      }
      return
    }
    decode(scalar, into: &events)
  }

  /// Nothing more is there to be read: what is half read is what it looks like.
  mutating func flush(into events: inout [InputEvent]) {
    switch state {
    case .ground, .paste: return
    case .escape: events.append(.key(.escape))
    case .bracket: events += [.key(.escape), .key(.character("["))]
    case .parameters: break
    }
    state = .ground
  }

  /// Ends a paste whose end mark never came.
  mutating func endPaste(into events: inout [InputEvent]) {
    guard case .paste(let paste) = state else { return }
    state = .ground
    events.append(.paste(paste.text))
  }

  private mutating func decode(_ scalar: Unicode.Scalar, into events: inout [InputEvent]) {
    switch state {
    case .escape where scalar == "[":
      state = .bracket
    case .bracket where (0x30...0x3F).contains(scalar.value):
      state = .parameters
    case .parameters where (0x20...0x3F).contains(scalar.value):
      break
    case .parameters where (0x40...0x7E).contains(scalar.value):
      state = .ground
    default:
      flush(into: &events)
      if scalar == "\u{1B}" {
        state = .escape
      } else if let key = Self.key(scalar) {
        events.append(.key(key))
      }
    }
  }

  private static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    // The control's letter: 1 is a, 26 is z, and 0 and 28 to 31 are signs.
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x00, 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }
}
