"""Start the service: ``python serve.py`` does what ``kuvend serve`` does."""

import sys

from assistant.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
