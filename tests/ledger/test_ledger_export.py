"""Exported tables hold every row, in a form that other programs read back."""

import csv
import io
import json
import sys

import pytest
from ledger_cases import NOON, understood

from reportedly.errors import UsageError
from reportedly.ledger import FORMATS, Ledger, export_table
from reportedly.model import Act, Position
from reportedly.model.codecs import EXPORTED, from_dict, to_dict

POSITION = Position(
    id="p1",
    holder="Norland",
    issue="withdrawal",
    act=Act.DEMAND,
    text="Sudria must withdraw, “fully”\nand at once",
    target=None,
    conditions=("a, b",),
    deadline=None,
    first_said=None,
    last_said="2031-05-02",
    change=None,
    statements=("s1", "s2"),
    reports=("r1",),
    origins=(),
    own_words=True,
)
ONE = understood()
RECORDS = {
    "reports": [ONE.report],
    "attributions": list(ONE.attributions),
    "statements": list(ONE.statements),
    "positions": [POSITION],
    "figures": list(ONE.figures),
}


@pytest.mark.parametrize("table", EXPORTED)
def test_json_lines_come_back_as_the_records(table):
    """Each line is a row, and the row is the record."""
    stream = io.BytesIO()
    assert export_table(RECORDS[table], table, "jsonl", stream) == len(RECORDS[table])
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [from_dict(EXPORTED[table], row) for row in rows] == RECORDS[table]


@pytest.mark.parametrize("table", EXPORTED)
def test_parquet_comes_back_as_the_records(table, tmp_path):
    """Nested values are nested columns, and nothing is lost."""
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "rows.parquet"
    export_table(RECORDS[table], table, "parquet", path)
    rows = parquet.read_table(path).to_pylist()
    assert [from_dict(EXPORTED[table], row) for row in rows] == RECORDS[table]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("table", EXPORTED)
def test_csv_holds_nested_values_as_json(table):
    """Every cell is a plain value or JSON, under the name of its field."""
    stream = io.BytesIO()
    export_table(RECORDS[table], table, "csv", stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    for row, record in zip(rows, RECORDS[table], strict=True):
        for name, value in to_dict(record).items():
            if isinstance(value, list | dict | bool):
                assert json.loads(row[name]) == value
            else:
                assert row[name] == ("" if value is None else str(value))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("table", EXPORTED)
def test_empty_table_is_written(table, form, tmp_path):
    """No row gives a file that says which columns there would be, or no line."""
    path = tmp_path / "rows"
    assert export_table([], table, form, path) == 0
    assert path.exists()


def test_rows_are_streamed_from_the_ledger(tmp_path):
    """A generator of the ledger is written as it comes."""
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger:
        for number in range(1, 6):
            ledger.add(understood(number), collected=NOON)
        count = export_table(ledger.iter_statements(), "statements", "jsonl", tmp_path / "rows")
    assert count == 15
    assert len((tmp_path / "rows").read_bytes().splitlines()) == 15


@pytest.mark.parametrize("form", FORMATS)
def test_interrupted_export_leaves_no_half_file(tmp_path, form):
    """The old file stays until the new one is whole."""
    path = tmp_path / "rows"
    path.write_text("old")

    def broken():
        yield POSITION
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError):
        export_table(broken(), "positions", form, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("table", "form"), [("echoes", "csv"), ("reports", "xml")])
def test_unknown_table_or_format_is_refused(table, form):
    """A wrong name is a wrong use; the right ones are in the message."""
    with pytest.raises(UsageError, match=r"reports|jsonl"):
        export_table([], table, form, io.BytesIO())


def test_missing_folder_is_refused(tmp_path):
    """A place that cannot be written is named."""
    with pytest.raises(UsageError, match="rows"):
        export_table([], "reports", "jsonl", tmp_path / "missing" / "rows")


def test_parquet_without_its_extra_says_how_to_install_it(monkeypatch):
    """The message is the command to run."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[parquet\]'"):
        export_table([], "reports", "parquet", io.BytesIO())
