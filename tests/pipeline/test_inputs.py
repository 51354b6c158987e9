"""Finding files and taking bytes and lines."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import MalformedRow, UnreadableInput
from reportedly.pipeline.inputs import find_files, read_lines, read_path


def test_folder_yields_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    """A folder gives its files in the order of their names, folders inside it too."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [str(Path(str(one)).relative_to(tmp_path)) for one in find_files(tmp_path)]
    assert found == ["a/1.txt", "a/2.txt", "b.txt"]


def test_missing_path_becomes_a_value(tmp_path: Path) -> None:
    """A path that is not there is reported, not raised."""
    (one,) = find_files(tmp_path / "gone.txt")
    assert isinstance(one, UnreadableInput)
    assert "nothing there" in str(one)


def test_circular_links_end(tmp_path: Path) -> None:
    """A link to the folder itself does not turn in circles."""
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a.txt").write_text("x")
    assert list(find_files(tmp_path)) == [tmp_path / "a.txt"]


def test_pipe_and_broken_link_become_values(tmp_path: Path) -> None:
    """Opening a pipe would wait for ever, so it is named instead."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    found = list(find_files(tmp_path))
    assert [type(one) for one in found] == [UnreadableInput, UnreadableInput]


def test_denied_folder_becomes_a_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is named, and its neighbours are still found."""
    (tmp_path / "denied").mkdir()
    (tmp_path / "other.txt").write_text("x")
    scandir = os.scandir

    def deny(path: Path) -> object:
        if Path(path).name == "denied":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    denied, other = find_files(tmp_path)
    assert isinstance(denied, UnreadableInput)
    assert "no permission" in str(denied)
    assert other == tmp_path / "other.txt"


def test_too_large_file_is_refused_with_the_setting_to_raise(tmp_path: Path) -> None:
    """The message says which setting allows more."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    assert read_path(path.rename(tmp_path / "b.txt"), 11) == b"x" * 11
    with pytest.raises(UnreadableInput, match="REPORTEDLY_LARGEST_FILE"):
        read_path(tmp_path / "b.txt", 10)


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError, OSError])
def test_failing_file_raises_unreadable(
    error: type[OSError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that goes away or is denied between finding and opening is an unreadable input."""

    def fail(*_: object, **__: object) -> None:
        raise error(5, "broken")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UnreadableInput, match="a\\.txt"):
        read_path(tmp_path / "a.txt", 10)


@given(st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"")), max_size=8))
def test_lines_are_all_numbered_or_named(lines: list[bytes]) -> None:
    """Every line with content comes out once, whole or as too long, with its number."""
    stream = io.BytesIO(b"".join(line + b"\n" for line in lines))
    got = dict(read_lines(stream, 6, "x"))
    for number, line in enumerate(lines, 1):
        if len(line) > 6:
            assert isinstance(got[number], MalformedRow)
        elif line.strip():
            assert got[number] == line + b"\n"
        else:
            assert number not in got
