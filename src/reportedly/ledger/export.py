"""Writes records as the public rows of `export`: JSON lines, CSV or Parquet, in constant memory.

Which rows, and how positions are worked out, is the caller's business.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import IO, Any

from reportedly.errors import UsageError
from reportedly.model import Span
from reportedly.model.codecs import EXPORTED, export_row, field_types, item_type, present_type

FORMATS = ("jsonl", "csv", "parquet")
"""The formats of `export`."""

BATCH = 1000
"""Rows that are held at a time for Parquet."""

Target = Path | IO[bytes]
"""A path, or a stream of bytes such as `sys.stdout.buffer`."""


def export_table(records: Iterable[object], table: str, form: str, target: Target) -> int:
    """Writes the records of one table; returns how many rows were written.

    A file is written beside its place and moved there when it is whole, so that an interrupted
    export leaves no half file. CSV holds nested values as JSON.

    Raises:
        UsageError: there is no such table or format, the folder cannot be written, or Parquet is
            asked for and not installed.
    """
    if table not in EXPORTED:
        raise UsageError(f"a table: {', '.join(EXPORTED)}", repr(table), "Name one.", "export")
    if form not in FORMATS:
        raise UsageError(f"a format: {', '.join(FORMATS)}", repr(form), "Name one.", "export")
    write = {"jsonl": _write_jsonl, "csv": _write_csv, "parquet": _write_parquet}[form]
    if not isinstance(target, Path):
        return write(records, table, target)
    with _whole_file(target) as stream:
        return write(records, table, stream)


@contextmanager
def _whole_file(path: Path) -> Iterator[IO[bytes]]:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if not isinstance(error, OSError):
            raise
        raise UsageError(
            "a file that can be written",
            error.strerror or str(error),
            "Check the path, its permissions and the room on the disk.",
            str(path),
        ) from error


def _write_jsonl(records: Iterable[object], table: str, stream: IO[bytes]) -> int:
    count = 0
    for record in records:
        line = json.dumps(export_row(table, record), ensure_ascii=False)
        stream.write(line.encode("utf-8", "backslashreplace") + b"\n")
        count += 1
    return count


def _write_csv(records: Iterable[object], table: str, stream: IO[bytes]) -> int:
    text = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="")
    writer = csv.DictWriter(text, list(field_types(EXPORTED[table])), lineterminator="\r\n")
    writer.writeheader()
    count = 0
    for record in records:
        row = export_row(table, record)
        writer.writerow({name: _cell(value) for name, value in row.items()})
        count += 1
    text.flush()
    text.detach()
    return count


def _cell(value: object) -> object:
    """Returns a cell of CSV: JSON for nested values and for true and false, "" for None."""
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def _write_parquet(records: Iterable[object], table: str, stream: IO[bytes]) -> int:
    arrow = _pyarrow()
    from pyarrow import parquet  # noqa: PLC0415  (an extra; `_pyarrow` has said so if it is absent)

    schema = arrow.schema(_arrow_fields(arrow, EXPORTED[table]))
    rows = (export_row(table, record) for record in records)
    count = 0
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(rows, BATCH)):
            writer.write_table(arrow.Table.from_pylist(batch, schema))
            count += len(batch)
    return count


def _pyarrow() -> Any:  # noqa: ANN401  (it has no types of its own)
    try:
        import pyarrow as pa  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise UsageError(
            "the extra for Parquet",
            "none installed",
            "Run: pip install 'reportedly[parquet]'",
            "export",
        ) from error
    return pa


def _arrow_fields(arrow: Any, cls: type) -> list[Any]:  # noqa: ANN401
    return [arrow.field(name, _arrow_type(arrow, hint)) for name, hint in field_types(cls).items()]


def _arrow_type(arrow: Any, hint: object) -> Any:  # noqa: ANN401
    kind = present_type(hint)
    item = item_type(kind)
    if item is not None:
        return arrow.list_(_arrow_type(arrow, item))
    if kind is Span:
        return arrow.list_(arrow.int64(), 2)
    if is_dataclass(kind) and isinstance(kind, type):
        return arrow.struct(_arrow_fields(arrow, kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return arrow.string()
    plain = {str: arrow.string(), float: arrow.float64(), int: arrow.int64(), bool: arrow.bool_()}
    return plain[kind]
