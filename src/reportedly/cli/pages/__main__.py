"""`python -m reportedly.cli.pages --write docs | --check docs`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reportedly.cli.pages import stale_pages, write_pages
from reportedly.cli.showing import say


def main() -> None:
    """Writes the generated pages, or exits with 1 and the names of the stale ones."""
    parser = argparse.ArgumentParser(prog="python -m reportedly.cli.pages", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", metavar="DOCS", type=Path, help="write the pages below a folder")
    what.add_argument("--check", metavar="DOCS", type=Path, help="say which pages are stale")
    given = parser.parse_args()
    if given.write is not None:
        write_pages(given.write)
        return
    stale = stale_pages(given.check)
    for path in stale:
        say(f"{given.check / path}: stale; run `make docs` and commit what it writes")
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
