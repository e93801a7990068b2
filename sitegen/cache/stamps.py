"""When the system's word that a file has not changed may be believed.

A file with the same size, inode and times as before has the same bytes, unless it was written to within one tick of
the clock that stamps files. So a stamp counts only once it is older than a tick: a later change has a later time.
"""

import os

HAS_CTIME = os.name != "nt"
SECOND = 10**9  # nanoseconds
COARSE = 60 * SECOND  # FAT counts in two seconds, HFS+ and some network disks in one, and their clocks are not ours
FINE = SECOND // 50  # Linux stamps with the kernel's tick, 10 ms at most; twice that


def is_settled(times: tuple[int, ...], now: int) -> bool:
    """Whether a file with these times cannot be changed from `now` on without their changing, too; in nanoseconds.

    On Windows nothing can tell: there is no time of the last change of any kind, and that of the bytes can be set back.
    """
    return HAS_CTIME and all(time + (FINE if time % SECOND else COARSE) <= now for time in times)
