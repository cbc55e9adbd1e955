// Which thread runs.

import Glibc

/// A number that no other running thread has; never 0.
func currentThread() -> UInt { UInt(pthread_self()) }
