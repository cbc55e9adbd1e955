// ncurses behind integers and small structs: the only file that includes <curses.h>.
//
// The state is the process's, as ncurses' own is; `Terminal` sees to it that there is one owner.

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// <term.h> makes macros of words that we use as names.
#undef columns

enum {
  // Above all of ncurses' own codes (KEY_MAX) and below those that it hands out for extended keys.
  key_paste = KEY_MAX + 1,
  key_ignored = KEY_MAX + 2,
  columns_limit = 1000,
  rows_limit = 500,
};

static SCREEN *screen = NULL;
static WINDOW *reader = NULL;
static int is_mouse_on = 0;

static void send(const char *text) {
  ssize_t written = write(STDOUT_FILENO, text, strlen(text));
  (void)written;
}

// MARK: Deciding

terminal_type_answer terminal_look_up(const char *type) {
  int error = 0;
  if (setupterm(type, STDOUT_FILENO, &error) != OK) {
    // 1 is a hard-copy terminal: known, and unable to move the cursor.
    return error == 1 ? TERMINAL_TYPE_WITHOUT_CURSOR : TERMINAL_TYPE_UNKNOWN;
  }
  const char *addressing = tigetstr("cup");
  int can_move = addressing != NULL && addressing != (char *)-1;
  del_curterm(cur_term);
  return can_move ? TERMINAL_TYPE_USABLE : TERMINAL_TYPE_WITHOUT_CURSOR;
}

const char *terminal_set_locale(const char *name) {
  // Only the character set: numbers written elsewhere keep their decimal point.
  if (setlocale(LC_CTYPE, name) == NULL) return NULL;
  return nl_langinfo(CODESET);
}

// MARK: The screen

static void define(const char *sequence, int key) {
  if (key_defined(sequence) == 0) define_key(sequence, key);
}

// Terminals send the normal-mode sequences whatever terminfo promises, and modified keys that it does
// not know; undefined, these would arrive as Esc and letters, and letters are verbs.
static void define_keys(void) {
  static const struct {
    const char *sequence;
    int key;
  } plain[] = {
    {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},   {"\033[C", KEY_RIGHT},  {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},   {"\033OC", KEY_RIGHT},  {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},   {"\033[F", KEY_END},    {"\033OH", KEY_HOME},   {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME},  {"\033[4~", KEY_END},   {"\033[7~", KEY_HOME},  {"\033[8~", KEY_END},
    {"\033[2~", KEY_IC},    {"\033[3~", KEY_DC},    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB},   {"\033OP", KEY_F(1)},   {"\033OQ", KEY_F(2)},   {"\033OR", KEY_F(3)},
    {"\033OS", KEY_F(4)},   {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)},
    {"\033[14~", KEY_F(4)}, {"\033[15~", KEY_F(5)}, {"\033[200~", key_paste},
    {"\033OM", KEY_ENTER},
  };
  for (size_t index = 0; index < sizeof plain / sizeof plain[0]; index++) {
    define(plain[index].sequence, plain[index].key);
  }
  char sequence[16];
  for (int modifier = 2; modifier <= 8; modifier++) {
    for (const char *final = "ABCDHFPQRS"; *final != 0; final++) {
      snprintf(sequence, sizeof sequence, "\033[1;%d%c", modifier, *final);
      define(sequence, key_ignored);
    }
    for (int number = 2; number <= 6; number++) {
      snprintf(sequence, sizeof sequence, "\033[%d;%d~", number, modifier);
      define(sequence, key_ignored);
    }
  }
}

static void apply_mouse(void) {
  mmask_t wanted = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON3_PRESSED
    | BUTTON4_PRESSED | BUTTON5_PRESSED;
  mousemask(is_mouse_on ? wanted : 0, NULL);
}

int terminal_is_open(void) { return screen != NULL; }

int terminal_open(const char *type) {
  screen = newterm(type, stdout, stdin);
  if (screen == NULL) return -1;
  set_term(screen);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  mouseinterval(0);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  define_keys();
  // Reading from a pad never draws; reading from the screen would draw half a frame.
  reader = newpad(1, 1);
  if (reader == NULL) {
    endwin();
    delscreen(screen);
    screen = NULL;
    return -1;
  }
  keypad(reader, TRUE);
  nodelay(reader, TRUE);
  terminal_fit();
  send("\033[?2004h");
  terminal_set_active(1);
  return 0;
}

void terminal_close(void) {
  if (screen == NULL) return;
  send("\033[?2004l");
  is_mouse_on = 0;
  apply_mouse();
  endwin();
  terminal_set_active(0);
  delwin(reader);
  reader = NULL;
  delscreen(screen);
  screen = NULL;
}

void terminal_leave(void) {
  send("\033[?2004l");
  def_prog_mode();
  endwin();
  terminal_set_active(0);
}

void terminal_return(void) {
  reset_prog_mode();
  terminal_set_active(1);
  send("\033[?2004h");
  terminal_fit();
  terminal_forget();
}

static int limited(int value, int fallback, int limit) {
  if (value <= 0) return fallback;
  return value < limit ? value : limit;
}

terminal_size terminal_fit(void) {
  struct winsize window;
  memset(&window, 0, sizeof window);
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  terminal_size size = {
    .columns = limited(window.ws_col, COLS, columns_limit),
    .rows = limited(window.ws_row, LINES, rows_limit),
  };
  if (is_term_resized(size.rows, size.columns)) resizeterm(size.rows, size.columns);
  return size;
}

int terminal_colors(void) { return has_colors() ? COLORS : 0; }

int terminal_color_pair(int foreground, int background) {
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & TERMINAL_BOLD) result |= A_BOLD;
  if (attributes & TERMINAL_DIM) result |= A_DIM;
  if (attributes & TERMINAL_UNDERLINED) result |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSED) result |= A_REVERSE;
  return result;
}

void terminal_put(
  int column, int row, const uint32_t *scalars, int count, int width, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  int length = 0;
  for (int index = 0; index < count && length < CCHARW_MAX; index++) {
    wchar_t character = (wchar_t)scalars[index];
    // A mark that this C library takes for a letter would shift the line.
    if (index == 0 || wcwidth(character) == 0) text[length++] = character;
  }
  // So would a character of which it knows nothing, or another width than we laid out.
  int is_replaced = count < 1 || wcwidth(text[0]) != width;
  if (is_replaced) {
    text[0] = wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?';
    length = 1;
  }
  text[length] = 0;
  cchar_t cell;
  setcchar(&cell, text, attributes_of(attributes), (short)pair, NULL);
  mvadd_wch(row, column, &cell);
  if (is_replaced && width == 2) {
    setcchar(&cell, L" ", attributes_of(attributes), (short)pair, NULL);
    mvadd_wch(row, column + 1, &cell);
  }
}

void terminal_update(int column, int row) {
  if (column >= 0) {
    move(row, column);
    curs_set(1);
  } else {
    curs_set(0);
  }
  wnoutrefresh(stdscr);
  doupdate();
}

void terminal_forget(void) {
  erase();
  clearok(curscr, TRUE);
}

void terminal_bell(void) { beep(); }

void terminal_set_mouse(int on) {
  is_mouse_on = on;
  apply_mouse();
}

// MARK: Input

static terminal_key key_of(wint_t code) {
  switch (code) {
    case KEY_UP: return TERMINAL_KEY_UP;
    case KEY_DOWN: return TERMINAL_KEY_DOWN;
    case KEY_LEFT: return TERMINAL_KEY_LEFT;
    case KEY_RIGHT: return TERMINAL_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return TERMINAL_KEY_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return TERMINAL_KEY_END;
    case KEY_PPAGE: case KEY_A3: return TERMINAL_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return TERMINAL_KEY_PAGE_DOWN;
    case KEY_DC: return TERMINAL_KEY_DELETE;
    case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
    case KEY_IC: return TERMINAL_KEY_INSERT;
    case KEY_BTAB: return TERMINAL_KEY_BACKTAB;
    case KEY_ENTER: return TERMINAL_KEY_ENTER;
    default: break;
  }
  if (code >= (wint_t)KEY_F(1) && code <= (wint_t)KEY_F(12)) {
    return TERMINAL_KEY_FUNCTION + (terminal_key)(code - KEY_F(0));
  }
  return TERMINAL_KEY_OTHER;
}

static terminal_input read_mouse(void) {
  MEVENT event;
  terminal_input input = {.kind = TERMINAL_MOUSE, .value = TERMINAL_MOUSE_OTHER};
  if (getmouse(&event) != OK) return input;
  input.column = event.x;
  input.row = event.y;
  if (event.bstate & BUTTON1_PRESSED) input.value = TERMINAL_MOUSE_PRESS_LEFT;
  else if (event.bstate & BUTTON2_PRESSED) input.value = TERMINAL_MOUSE_PRESS_MIDDLE;
  else if (event.bstate & BUTTON3_PRESSED) input.value = TERMINAL_MOUSE_PRESS_RIGHT;
  else if (event.bstate & BUTTON4_PRESSED) input.value = TERMINAL_MOUSE_SCROLL_UP;
  else if (event.bstate & BUTTON5_PRESSED) input.value = TERMINAL_MOUSE_SCROLL_DOWN;
  else if (event.bstate & BUTTON1_RELEASED) input.value = TERMINAL_MOUSE_RELEASE;
  return input;
}

terminal_input terminal_read(void) {
  for (;;) {
    wint_t code = 0;
    int kind = wget_wch(reader, &code);
    if (kind == OK) {
      return (terminal_input){.kind = TERMINAL_CHARACTER, .value = (uint32_t)code};
    }
    if (kind != KEY_CODE_YES) return (terminal_input){.kind = TERMINAL_NONE};
    // resizeterm leaves a key behind; the size is told by the signal.
    if (code == KEY_RESIZE) continue;
    if (code == KEY_MOUSE) return read_mouse();
    if (code == key_paste) return (terminal_input){.kind = TERMINAL_PASTE};
    return (terminal_input){.kind = TERMINAL_KEY, .value = key_of(code)};
  }
}

void terminal_set_literal(int on) { keypad(reader, on ? FALSE : TRUE); }

void terminal_drop_input(void) { flushinp(); }
