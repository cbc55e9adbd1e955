#include "CSQLite.h"

#include <sqlite3.h>

/// Small allocations that each connection serves itself. The statements that the writer keeps hold
/// a hundred of them for good; SQLite's own forty would leave none for running them.
enum { slot_size = 1200, slots = 500 };

void sqlite_fit_to_one_writer(void) {
  // Nobody asks how much memory SQLite uses; counting it takes a lock for each allocation.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, slot_size, slots);
}
