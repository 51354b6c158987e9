"""The migrations make the tables that the code uses, and the page of the schema shows them all."""

import sqlite3

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ledger_cases import NOON, understood

from reportedly.ledger import Ledger
from reportedly.ledger.migrations import newest, revisions
from reportedly.ledger.pages import field_notes, schema_page
from reportedly.ledger.rows import TABLES
from reportedly.ledger.schema import APPLICATION_ID, REVISION, metadata
from reportedly.model import Figure, Report, Statement
from reportedly.model.codecs import field_types


def test_migrations_make_the_tables_of_the_schema(tmp_path):
    """No table, column or index of the code is missing in a ledger, and none is left over."""
    searched = ("reports_search", "statements_search", "figures_search")
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger, ledger._engine.connect() as one:
        options = {"include_object": lambda _, name, *__: not str(name).startswith(searched)}
        context = MigrationContext.configure(one, opts=options)
        assert compare_metadata(context, metadata) == []


def test_newest_migration_is_the_one_the_code_expects():
    """The revision that opens without Alembic is the head of the migrations."""
    assert newest() == REVISION
    assert REVISION in revisions()


def test_ledger_file_carries_our_mark(tmp_path):
    """Other programs (and `file`) can tell whose file it is."""
    Ledger.open(str(tmp_path / "ledger.db")).close()
    connection = sqlite3.connect(tmp_path / "ledger.db")
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


def test_columns_without_a_field_say_what_they_are():
    """A column has a comment exactly if no field of its record has its name."""
    for cls, table in TABLES.items():
        fields = field_types(cls)
        for column in table.columns:
            assert (column.comment is None) == (column.name in fields), column


def test_schema_page_shows_every_table_and_column():
    """Each table has a part, each column a line, each field in `rest` an entry."""
    page = schema_page()
    for table in metadata.sorted_tables:
        assert f"## {table.name}\n" in page
        assert all(f"| `{column.name}` | " in page for column in table.columns)
    for cls in TABLES:
        assert all(f"`{name}`" in page for name in field_types(cls))


def test_columns_of_the_schema_page_have_a_meaning():
    """Tables that hold no record explain every column."""
    lines = [line for line in schema_page().splitlines() if line.startswith("| `")]
    plain = {column.name for table in TABLES.values() for column in table.columns}
    empty = [line for line in lines if line.endswith("|  |")]
    assert not [line for line in empty if line.split("`")[1] not in plain]


def test_field_notes_are_the_lines_above_the_fields():
    """The words of the records' own source are shown; a field without a line has none."""
    assert field_notes(Report)["published"] == "Date of publication in EDTF, None if unknown."
    assert field_notes(Statement)["speaker"] == ""
    assert list(field_notes(Figure)) == list(field_types(Figure))


def test_ledger_of_the_first_schema_keeps_its_judgements(tmp_path):
    """A ledger made before judgements had notes is migrated at the next opening; nothing in it is lost."""
    path = tmp_path / "old.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(understood(1), collected=NOON)
        first, second, *_ = (s.id for s in ledger.statements())
        ledger.judge("different", (first, second), who="Ana", made=NOON)
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE judgements DROP COLUMN note")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.commit()
    connection.close()
    with Ledger.open(str(path)) as ledger:
        (held,) = ledger.judgements()
        assert (held.who, held.note) == ("Ana", None)
        ledger.judge("different", (first, second), who="Bo", made=NOON, note="why")
        assert [one.note for one in ledger.judgements()] == ["why"]
