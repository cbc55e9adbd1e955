/// What Swift sees of ncurses and of signals: integers, UTF-8 strings and small structs.
///
/// `<curses.h>` is not included here: its macros do not import, and its globals are refused by Swift 6.
/// All functions but `terminal_wake` belong to the one thread that opened the terminal.

#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdint.h>

// MARK: Deciding

/// What terminfo says about a terminal type.
typedef enum {
  TERMINAL_TYPE_UNKNOWN = 0,
  TERMINAL_TYPE_WITHOUT_CURSOR = 1,
  TERMINAL_TYPE_USABLE = 2,
} terminal_type_answer;

terminal_type_answer terminal_look_up(const char *type);

/// Sets the locale's character classification, from the environment when `name` is empty.
/// Returns the character set, or NULL when there is no such locale.
const char *terminal_set_locale(const char *name);

// MARK: The screen

int terminal_is_open(void);

/// Enters the screen. Returns 0, or -1 when ncurses refuses the type.
int terminal_open(const char *type);
void terminal_close(void);

/// Gives the terminal to the shell or to another program.
void terminal_leave(void);

/// Takes it back; the next update draws everything.
void terminal_return(void);

/// Stops the process as Ctrl-Z does; returns when it is continued. Only after `terminal_leave`.
void terminal_stop(void);

/// Whether Ctrl-Z stops us by itself, as it must while another program has the terminal.
void terminal_let_stop(int let);

typedef struct {
  int columns;
  int rows;
} terminal_size;

/// Asks the terminal for its size and fits ncurses to it.
terminal_size terminal_fit(void);

/// How many colours there are; 0 for none.
int terminal_colors(void);

/// A pair for two palette indices, -1 being the terminal's own colour. Returns 0 when there is none left.
int terminal_color_pair(int foreground, int background);

enum {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_UNDERLINED = 4,
  TERMINAL_REVERSED = 8,
};

/// Puts one cluster into ncurses' picture: a base and `count - 1` combining marks, `width` cells.
void terminal_put(
  int column, int row, const uint32_t *scalars, int count, int width, int attributes, int pair);

/// Writes what differs to the terminal and places the cursor; a negative column hides it.
void terminal_update(int column, int row);

/// Makes the next update draw every cell.
void terminal_forget(void);
void terminal_bell(void);
void terminal_set_mouse(int on);

// MARK: Input

typedef enum {
  TERMINAL_NONE = 0,
  TERMINAL_CHARACTER,
  TERMINAL_KEY,
  TERMINAL_MOUSE,
  TERMINAL_PASTE,
} terminal_input_kind;

typedef enum {
  TERMINAL_KEY_OTHER = 0,
  TERMINAL_KEY_UP,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_INSERT,
  TERMINAL_KEY_BACKTAB,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_FUNCTION = 64,
} terminal_key;

typedef enum {
  TERMINAL_MOUSE_OTHER = 0,
  TERMINAL_MOUSE_PRESS_LEFT,
  TERMINAL_MOUSE_PRESS_MIDDLE,
  TERMINAL_MOUSE_PRESS_RIGHT,
  TERMINAL_MOUSE_RELEASE,
  TERMINAL_MOUSE_SCROLL_UP,
  TERMINAL_MOUSE_SCROLL_DOWN,
} terminal_mouse_action;

/// One thing read. `value` is the scalar, the key (function keys from TERMINAL_KEY_FUNCTION on) or the
/// mouse action.
typedef struct {
  terminal_input_kind kind;
  uint32_t value;
  int column;
  int row;
} terminal_input;

/// Reads what is there without waiting; kind TERMINAL_NONE when nothing is.
terminal_input terminal_read(void);

/// While a paste is read, escape sequences are text and not keys.
void terminal_set_literal(int on);

/// Drops everything that was typed and not read.
void terminal_drop_input(void);

// MARK: Waiting and signals

/// Installs the handlers for WINCH, TERM, QUIT, HUP, INT, TSTP and CONT, and the pipe that they write to.
/// Before `terminal_open`. Returns 0, or -1 when there is no descriptor left.
int terminal_watch_signals(void);
void terminal_unwatch_signals(void);

/// Installs handlers that give the terminal back before the process dies of a crash.
/// To be called when the terminal is still as the shell left it.
void terminal_watch_crashes(void);
void terminal_unwatch_crashes(void);

/// Tells the crash handlers whether there is something to give back.
void terminal_set_active(int active);

enum {
  TERMINAL_READY_INPUT = 1,
  TERMINAL_READY_NEWS = 2,
  TERMINAL_READY_HANGUP = 4,
};

/// Waits for input or news, at most `milliseconds`; for ever when negative. Returns TERMINAL_READY bits.
int terminal_wait(int milliseconds);

/// The next piece of news: 'k' for a wake, 'w' window size, 't' TERM or QUIT, 'h' HUP, 'i' INT, 'z' TSTP,
/// 'c' CONT, and 0 when there is none.
int terminal_next_news(void);

/// Makes `terminal_wait` return. From any thread, at any time.
void terminal_wake(void);

#endif
