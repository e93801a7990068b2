"""The way in: python build.py [command]."""

import os
import sys

from sitegen.commands import main

if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(
        status
    )  # everything is done and written: to take apart what a build has made takes longer than some builds
