"""The way in: python build.py [command]."""

import sys

from sitegen.commands import main

if __name__ == "__main__":
    sys.exit(main())
