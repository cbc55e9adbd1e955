// Gives the terminal back when the process dies of a crash, before anybody prints about it.
//
// A Swift trap is a signal like any other. Without this the shell would be left in the alternate screen
// with the mouse on, and the Swift runtime's backtracer would wait there for a key that nobody sees.

#define _GNU_SOURCE 1

#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};

enum { crash_count = sizeof crashes / sizeof crashes[0] };

static struct sigaction previous[crash_count];
static struct termios shell_modes;
static int has_shell_modes = 0;
static int is_watching = 0;
static volatile sig_atomic_t is_active = 0;

// Mouse, bracketed paste, cursor keys, keypad, line wrap, cursor, attributes, alternate screen. Fixed
// text, because nothing but write may be called in a handler.
static const char restoration[] =
  "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[?1l\033>\033[?7h"
  "\033[0m\033[?1049l\033[?25h\r";

static void restore(void) {
  if (!is_active) return;
  is_active = 0;
  ssize_t written = write(STDOUT_FILENO, restoration, sizeof restoration - 1);
  (void)written;
  if (has_shell_modes) tcsetattr(STDIN_FILENO, TCSANOW, &shell_modes);
}

static void handle(int number, siginfo_t *information, void *context) {
  int saved = errno;
  restore();
  errno = saved;
  for (int index = 0; index < crash_count; index++) {
    if (crashes[index] != number) continue;
    struct sigaction *old = &previous[index];
    if (old->sa_flags & SA_SIGINFO && old->sa_sigaction != NULL) {
      old->sa_sigaction(number, information, context);
    } else if (old->sa_handler != SIG_DFL && old->sa_handler != SIG_IGN) {
      old->sa_handler(number);
    }
  }
  // However the old handler ended, without its screen the process must not go on. A fault comes again
  // by itself; a signal that was sent is sent again, and is pending until we return.
  signal(number, SIG_DFL);
  if (information->si_code <= 0) raise(number);
}

void terminal_watch_crashes(void) {
  static int is_exit_watched = 0;
  if (!is_exit_watched) {
    is_exit_watched = 1;
    atexit(restore);
  }
  if (is_watching) return;
  has_shell_modes = tcgetattr(STDIN_FILENO, &shell_modes) == 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle;
  // On the alternate stack where the thread has one, so that running out of stack is told as well.
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < crash_count; index++) {
    sigaction(crashes[index], &action, &previous[index]);
  }
  is_watching = 1;
}

void terminal_unwatch_crashes(void) {
  if (!is_watching) return;
  for (int index = 0; index < crash_count; index++) {
    sigaction(crashes[index], &previous[index], NULL);
  }
  is_watching = 0;
}

void terminal_set_active(int active) { is_active = active; }
