// Signals and wakes as bytes in one pipe, so that one poll waits for everything.
//
// A handler may only write a byte: signalfd fails under an async main, whose main thread is parked with
// an empty mask, and a handler on another thread must still end the poll of the thread that draws.

#define _GNU_SOURCE 1

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const struct {
  int number;
  char news;
} watched[] = {
  {SIGWINCH, 'w'}, {SIGTERM, 't'}, {SIGQUIT, 't'}, {SIGHUP, 'h'},
  {SIGINT, 'i'},   {SIGTSTP, 'z'}, {SIGCONT, 'c'},
};

enum { watched_count = sizeof watched / sizeof watched[0] };

static struct sigaction previous[watched_count];
static int is_watching = 0;

// The pipe lives as long as the process: a late wake from another thread never meets a closed
// descriptor, or one that means something else by now.
static int news_input = -1;
static _Atomic int news_output = -1;
static atomic_bool is_wake_pending = false;

static void tell(char news) {
  int saved = errno;
  int descriptor = atomic_load(&news_output);
  if (descriptor >= 0) {
    // A full pipe already holds enough to end the wait.
    ssize_t written = write(descriptor, &news, 1);
    (void)written;
  }
  errno = saved;
}

static void handle(int number) {
  for (int index = 0; index < watched_count; index++) {
    if (watched[index].number == number) tell(watched[index].news);
  }
}

int terminal_watch_signals(void) {
  if (news_input < 0) {
    int ends[2];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    news_input = ends[0];
    atomic_store(&news_output, ends[1]);
  }
  if (is_watching) return 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  for (int index = 0; index < watched_count; index++) {
    sigaction(watched[index].number, &action, &previous[index]);
  }
  is_watching = 1;
  return 0;
}

void terminal_unwatch_signals(void) {
  if (!is_watching) return;
  for (int index = 0; index < watched_count; index++) {
    sigaction(watched[index].number, &previous[index], NULL);
  }
  is_watching = 0;
}

void terminal_let_stop(int let) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = let ? SIG_DFL : handle;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(SIGTSTP, &action, NULL);
}

void terminal_stop(void) {
  terminal_let_stop(1);
  raise(SIGTSTP);
  terminal_let_stop(0);
}

int terminal_wait(int milliseconds) {
  struct pollfd descriptors[2] = {
    {.fd = STDIN_FILENO, .events = POLLIN},
    {.fd = news_input, .events = POLLIN},
  };
  if (poll(descriptors, 2, milliseconds) <= 0) return 0;
  int ready = 0;
  if (descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= TERMINAL_READY_HANGUP;
  if (descriptors[0].revents & POLLIN) {
    int available = 0;
    // Readable with nothing to read is the end of the input.
    if (ioctl(STDIN_FILENO, FIONREAD, &available) == 0 && available == 0) {
      ready |= TERMINAL_READY_HANGUP;
    } else {
      ready |= TERMINAL_READY_INPUT;
    }
  }
  if (descriptors[1].revents & POLLIN) ready |= TERMINAL_READY_NEWS;
  return ready;
}

int terminal_next_news(void) {
  char news = 0;
  if (news_input < 0 || read(news_input, &news, 1) != 1) return 0;
  // Cleared before the news is acted on: a wake from here on is a new one.
  if (news == 'k') atomic_store(&is_wake_pending, false);
  return news;
}

void terminal_wake(void) {
  if (atomic_load(&news_output) < 0) return;
  if (!atomic_exchange(&is_wake_pending, true)) tell('k');
}
