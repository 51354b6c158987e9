"""The first schema: originals, reports, what was read in them, sightings, judgements and runs.

Frozen: later changes are later revisions. The tables as they are now stand in `ledger.schema`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x52505444

SEARCHED = {
    "reports": ("title", "text"),
    "statements": ("text", "speaker_name", "holder"),
    "figures": ("words", "measured_entity", "measured_property", "place"),
}


def upgrade() -> None:
    """Makes all tables, the full-text indexes over them, and marks the file as ours."""
    _make_judgements()
    _make_originals()
    _make_reports()
    _make_runs()
    _make_attributions()
    _make_copies()
    _make_sightings()
    _make_statements()
    _make_figures()
    _make_statement_issues()
    for table, columns in SEARCHED.items():
        _make_search(table, columns)
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _make_search(table: str, columns: tuple[str, ...]) -> None:
    """Makes a full-text index whose words stay in the table, kept in step by triggers."""
    names, index = ", ".join(columns), f"{table}_search"
    new, old = (", ".join(f"{row}.{name}" for name in columns) for row in ("new", "old"))
    add = f"INSERT INTO {index} (rowid, {names}) VALUES (new.number, {new});"  # noqa: S608
    drop = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.number, {old});"  # noqa: S608
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', "
        "content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')"
    )
    for event, body in {
        "INSERT": add,
        "DELETE": drop,
        f"UPDATE OF {names}": f"{drop} {add}",
    }.items():
        trigger = f"{index}_{event.split()[0].lower()}"
        op.execute(f"CREATE TRIGGER {trigger} AFTER {event} ON {table} BEGIN {body} END")


def _make_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("deleted", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
    )
    with op.batch_alter_table("judgements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgements_kind"), ["kind"], unique=False)


def _make_originals() -> None:
    op.create_table(
        "originals",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_originals")),
    )


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("origin_file", sa.Text(), nullable=False),
        sa.Column("origin_digest", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(collation="NOCASE"), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("rest", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reports")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id")),
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reports_first_day"), ["first_day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_reports_origin_digest"), ["origin_digest"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_reports_outlet"), ["outlet"], unique=False)


def _make_runs() -> None:
    op.create_table(
        "runs",
        sa.Column("collected", sa.Text(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("met_again", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("collected", name=op.f("pk_runs")),
    )


def _make_attributions() -> None:
    op.create_table(
        "attributions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("first_char", sa.Integer(), nullable=False),
        sa.Column("rest", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent"],
            ["attributions.id"],
            name=op.f("fk_attributions_parent_attributions"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
            name=op.f("fk_attributions_report_reports"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_attributions")),
        sa.UniqueConstraint("id", name=op.f("uq_attributions_id")),
    )
    with op.batch_alter_table("attributions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attributions_parent"), ["parent"], unique=False)
        batch_op.create_index(batch_op.f("ix_attributions_report"), ["report"], unique=False)


def _make_copies() -> None:
    op.create_table(
        "copies",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_copies_report_reports"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", "digest", "name", name=op.f("pk_copies")),
    )


def _make_sightings() -> None:
    op.create_table(
        "sightings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("last_seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_sightings_report_reports"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sightings")),
    )
    with op.batch_alter_table("sightings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sightings_report"), ["report"], unique=False)


def _make_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=True),
        sa.Column("holder", sa.Text(collation="NOCASE"), nullable=True),
        sa.Column("act", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(collation="NOCASE"), nullable=True),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("speaker_name", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("speaker_kind", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("speaker_party", sa.Text(collation="NOCASE"), nullable=True),
        sa.Column("first_char", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("rest", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attribution"],
            ["attributions.id"],
            name=op.f("fk_statements_attribution_attributions"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
            name=op.f("fk_statements_report_reports"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_statements")),
        sa.UniqueConstraint("id", name=op.f("uq_statements_id")),
    )
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statements_act"), ["act"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_statements_attribution"), ["attribution"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_statements_first_day"), ["first_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_statements_holder"), ["holder"], unique=False)
        batch_op.create_index(batch_op.f("ix_statements_origin"), ["origin"], unique=False)
        batch_op.create_index(batch_op.f("ix_statements_report"), ["report"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_statements_speaker_party"), ["speaker_party"], unique=False
        )


def _make_figures() -> None:
    op.create_table(
        "figures",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("measured_entity", sa.Text(), nullable=True),
        sa.Column("measured_property", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(collation="NOCASE"), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("first_char", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("rest", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_figures_report_reports"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.id"],
            name=op.f("fk_figures_statement_statements"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_figures")),
        sa.UniqueConstraint("id", name=op.f("uq_figures_id")),
    )
    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_figures_place"), ["place"], unique=False)
        batch_op.create_index(batch_op.f("ix_figures_report"), ["report"], unique=False)
        batch_op.create_index(batch_op.f("ix_figures_statement"), ["statement"], unique=False)


def _make_statement_issues() -> None:
    op.create_table(
        "statement_issues",
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(collation="NOCASE"), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.id"],
            name=op.f("fk_statement_issues_statement_statements"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement", "issue", name=op.f("pk_statement_issues")),
    )
    with op.batch_alter_table("statement_issues", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_issues_issue"), ["issue"], unique=False)
