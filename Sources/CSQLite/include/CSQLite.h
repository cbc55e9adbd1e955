/// Settings of the SQLite library that Swift cannot make: their calls take variable arguments.

#ifndef CSQLITE_H
#define CSQLITE_H

/// Fits the library to a process with one busy connection. It must be called before the library is
/// first used; later, or when another part of the process has set it up, it changes nothing.
void sqlite_fit_to_one_writer(void);

#endif
