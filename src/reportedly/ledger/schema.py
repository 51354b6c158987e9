"""The tables of the ledger as they are now; how they came to be lives in `migrations`.

Of each record, the fields that queries look at are columns of the same name; all others are kept
in the column `rest` as JSON, so that a new field with a default needs no migration. Columns that
no record has carry their meaning as a comment; those of the records are described there.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table
from sqlalchemy import Text as Words

REVISION = "0002"
"""The newest migration; a ledger that names one unknown to this version is a newer ledger."""

APPLICATION_ID = 0x52505444
"""Marks a SQLite file as ours ("RPTD"), so that another program's file is never touched."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

Name = Words(collation="NOCASE")
"""A name that a user types in a filter: capitals do not matter."""


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, comment="Number of the row in this file.")


def _rest() -> Column[object]:
    return Column("rest", JSON, nullable=False, comment="All other fields of the record, as JSON.")


def _days() -> tuple[Column[str], Column[str]]:
    return (
        Column("first_day", Words, comment="First day that its date covers; null if unknown."),
        Column("last_day", Words, comment="Last day that its date covers; null if unknown."),
    )


def _of_report() -> Column[str]:
    return Column(
        "report", Words, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True
    )


originals = Table(
    "originals",
    metadata,
    Column("digest", Words, primary_key=True, comment="SHA-256 of the bytes, in hexadecimal."),
    Column("name", Words, nullable=False, comment="File or address it was first read from."),
    Column("size", Integer, nullable=False, comment="Number of bytes before compression."),
    Column("content", LargeBinary, nullable=False, comment="The bytes, compressed by zlib."),
    comment="The files as they came, each once.",
)

reports = Table(
    "reports",
    metadata,
    _number(),
    Column("id", Words, nullable=False, unique=True),
    Column("origin_file", Words, nullable=False),
    Column("origin_digest", Words, nullable=False, index=True),
    Column("outlet", Name, index=True),
    Column("title", Words, nullable=False),
    Column("published", Words),
    Column("text", Words, nullable=False),
    *_days(),
    _rest(),
    Index(None, "first_day"),
    comment="One article or document as published.",
)

copies = Table(
    "copies",
    metadata,
    Column(
        "report",
        Words,
        ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True,
        comment="Id of the report.",
    ),
    Column("digest", Words, primary_key=True, comment="SHA-256 of the original it was read from."),
    Column("name", Words, primary_key=True, comment="Name of that file or address."),
    comment="Every original in which a report was met.",
)

attributions = Table(
    "attributions",
    metadata,
    _number(),
    Column("id", Words, nullable=False, unique=True),
    _of_report(),
    Column(
        "parent",
        Words,
        ForeignKey("attributions.id", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    Column("confidence", Float, nullable=False),
    Column("first_char", Integer, nullable=False, comment="First character of all its stretches."),
    _rest(),
    comment="Who is said to have said what, by which words.",
)

statements = Table(
    "statements",
    metadata,
    _number(),
    Column("id", Words, nullable=False, unique=True),
    _of_report(),
    Column(
        "attribution",
        Words,
        ForeignKey("attributions.id", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    Column("holder", Name, index=True),
    Column("act", Name, nullable=False, index=True),
    Column("said", Words),
    Column("origin", Name, index=True),
    Column("voice", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("speaker_name", Name, nullable=False, comment="Name of the speaker."),
    Column("speaker_kind", Name, nullable=False, comment="Kind of the speaker."),
    Column("speaker_party", Name, index=True, comment="Party of the speaker; null if none."),
    Column("first_char", Integer, nullable=False, comment="First character of its evidence."),
    *_days(),
    _rest(),
    Index(None, "first_day"),
    comment="Attributions, resolved: sourced, dated rows. Days are of `said`, else `published`.",
)

statement_issues = Table(
    "statement_issues",
    metadata,
    Column(
        "statement",
        Words,
        ForeignKey("statements.id", ondelete="CASCADE"),
        primary_key=True,
        comment="Id of the statement.",
    ),
    Column("issue", Name, primary_key=True, index=True, comment="Code of the issue."),
    comment="Which statements are about which issues.",
)

figures = Table(
    "figures",
    metadata,
    _number(),
    Column("id", Words, nullable=False, unique=True),
    _of_report(),
    Column(
        "statement",
        Words,
        ForeignKey("statements.id", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    Column("unit", Words, nullable=False),
    Column("measured_entity", Words),
    Column("measured_property", Words),
    Column("place", Name, index=True),
    Column("words", Words, nullable=False, comment="Exact words of its evidence."),
    Column("first_char", Integer, nullable=False, comment="First character of its evidence."),
    *_days(),
    _rest(),
    comment="Numbers of reports. Days are those of its statement, else of `published`.",
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", Words, primary_key=True, comment="Id of a report or of a row of it."),
    _of_report(),
    Column("first_seen", Words, nullable=False, comment="When its id was first collected."),
    Column("last_seen", Words, nullable=False, comment="When its id was last collected."),
    comment="When a row was collected. Kept when a report is understood anew.",
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True, comment="Number of the judgement."),
    Column("kind", Words, nullable=False, index=True, comment="What is judged, such as a merge."),
    Column("who", Words, nullable=False, comment="Person or program that judged."),
    Column("made", Words, nullable=False, comment="When it was judged."),
    Column("rows", JSON, nullable=False, comment="Ids of the rows it is about."),
    Column("score", Float, comment="Certainty from 0 to 1; null if a person did not say."),
    Column("deleted", Words, comment="When it was taken back; null while it holds."),
    Column("note", Words, comment="Why, in the words of who judged; null if nothing was said."),
    comment="Decisions about rows. They change what queries return, never what is stored.",
)

runs = Table(
    "runs",
    metadata,
    Column("collected", Words, primary_key=True, comment="The one clock reading of the run."),
    Column("added", Integer, nullable=False, comment="Reports that were new."),
    Column("met_again", Integer, nullable=False, comment="Reports that were there already."),
    comment="When reports were added, and how many.",
)
