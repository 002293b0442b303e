"""A scripted model in a process of its own: prints its address and talks until it is ended."""

import sys
import threading

from tests.generator.scripted import scripted

if __name__ == "__main__":
    with scripted() as (url, script):
        script.choice = "1"
        script.text, script.pause_seconds = sys.argv[1], float(sys.argv[2])
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        threading.Event().wait()
