"""The way in: python build.py [command]."""

import os
import sys
from contextlib import suppress

from sitegen.commands import main

if __name__ == "__main__":
    status = main()
    with suppress(OSError):  # whoever was reading may have gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)  # all is done: to take apart what a build has made takes longer than some builds
