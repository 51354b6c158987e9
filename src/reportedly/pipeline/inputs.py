"""Finds files and takes their bytes; what cannot be taken becomes an `UnreadableInput`.

What the bytes mean is the business of `reading`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import MalformedRow, UnreadableInput

Found = Path | UnreadableInput
"""A file to read, or the reason why a place could not be looked at."""


def find_files(path: Path) -> Iterator[Found]:
    """Yields the files at a path: itself, or all below a folder, sorted by name.

    Names that begin with a dot are skipped, and so are links to folders (they may turn in circles).
    A file that was named outright is never skipped.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _below(path)
    else:
        yield path


def _below(folder: Path) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in inside:
        if not entry.name.startswith("."):
            yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[Found]:
    path = Path(entry.path)
    try:
        is_folder, is_file = entry.is_dir(follow_symlinks=False), entry.is_file()
    except OSError as error:
        yield _unreadable(path, error)
        return
    if is_folder:
        yield from _below(path)
    elif is_file:
        yield path
    elif not entry.is_dir():
        yield UnreadableInput(
            "a file", "a pipe, a device or a broken link", "Remove it or mend the link.", str(path)
        )


def read_path(path: Path, largest: int) -> bytes:
    """Returns the bytes of a file.

    Args:
        path: the file.
        largest: number of bytes above which a file is refused.

    Raises:
        UnreadableInput: it is gone, denied, a folder, failing, or too large.
    """
    try:
        with path.open("rb") as stream:
            return read_stream(stream, largest, str(path))
    except OSError as error:
        raise _unreadable(path, error) from error


def read_stream(stream: BinaryIO, largest: int, name: str) -> bytes:
    """Returns all bytes of an open stream, reading at most one byte more than is allowed.

    Raises:
        UnreadableInput: there are more than `largest` bytes.
    """
    data = stream.read(largest + 1)
    if len(data) <= largest:
        return data
    raise UnreadableInput(
        f"at most {_megabytes(largest)}",
        "a larger file",
        "Split it, or raise REPORTEDLY_LARGEST_FILE (a number of bytes).",
        name,
    )


def read_lines(
    stream: BinaryIO, largest: int, name: str
) -> Iterator[tuple[int, bytes | MalformedRow]]:
    """Yields the lines of a stream with their numbers from 1, without holding more than one.

    Blank lines are skipped; a line longer than `largest` bytes is passed over in pieces and yields
    its `MalformedRow`.
    """
    number = 0
    while line := stream.readline(largest + 1):
        number += 1
        if len(line) > largest and not line.endswith(b"\n"):
            _skip_line(stream, largest)
            yield number, _too_long(f"{name}:{number}", largest)
        elif line.strip():
            yield number, line


def _skip_line(stream: BinaryIO, largest: int) -> None:
    while (rest := stream.readline(largest)) and not rest.endswith(b"\n"):
        pass


def _too_long(where: str, largest: int) -> MalformedRow:
    return MalformedRow(
        f"a line of at most {_megabytes(largest)}",
        "a longer one",
        "Split the text, or raise REPORTEDLY_LARGEST_FILE (a number of bytes).",
        where,
    )


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:g} MB"


def _unreadable(path: Path, error: OSError) -> UnreadableInput:
    came, to_do = _REASONS.get(type(error), (f"a failure: {error.strerror}", "Check the disk."))
    return UnreadableInput("a readable file or folder", came, to_do, str(path))


_REASONS: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("nothing there", "Check the path; was it moved while reading?"),
    PermissionError: ("no permission to read it", "Change its permissions or leave it out."),
    IsADirectoryError: ("a folder in the place of a file", "Name the folder itself."),
    NotADirectoryError: ("a path that goes through a file", "Check the path."),
}
"""What came and what to do, for the failures that have a name."""
