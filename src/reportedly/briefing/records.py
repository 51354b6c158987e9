"""What a brief is made of: sections of sentences, each sentence with the rows and footnotes it rests on.

Here live the records only. `assembly` makes them, `markdown`, `page` and `as_json` render them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.comparing import Change, Sameness
from reportedly.model import Comparison, Echo, Figure, Position, Report, Statement


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """What the reader asks for; dates are EDTF."""

    # The day the brief is made; only shown.
    today: str
    # First day of what counts as new, None for everything.
    since: str | None = None
    # Last day of what is taken in, None for everything.
    until: str | None = None
    # Only positions held by or directed at this party.
    party: str | None = None
    # Only positions on this issue (a code of `vocabulary/issues.yaml`).
    issue: str | None = None
    # How the rows at hand were chosen before, in words; only shown.
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefRows:
    """The rows a brief may draw on."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    echoes: tuple[Echo, ...] = ()
    changes: tuple[Change, ...] = ()
    # What to call an issue, by its code; codes without an entry are shown as they are.
    issue_labels: Mapping[str, str] = field(default_factory=dict)
    # Says which statements state the same; by words alone if not given.
    sameness: Sameness = field(default_factory=Sameness)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report that is printed unchanged."""

    start: int
    end: int
    # `report.text[start:end]`.
    exact: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report, printed between quotation marks."""

    # Id of the report.
    report: str
    # Never empty; joined by " … " where the words do not follow each other in the report.
    pieces: tuple[Piece, ...]
    # Whether the words go on in the report, shown as "…".
    cut: bool = False

    @property
    def shown(self) -> str:
        """The words as printed: white space becomes one space, nothing else is changed."""
        words = " … ".join(" ".join(piece.exact.split()) for piece in self.pieces)
        return f"{words} …" if self.cut else words


@dataclass(frozen=True, slots=True)
class Ref:
    """A mark that points to a footnote."""

    number: int


Part = str | Quote | Ref


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of ours, quotations and marks, in the order they are printed."""

    parts: tuple[Part, ...]
    # Ids of the rows it is made from, never empty.
    rows: tuple[str, ...]
    # "New", "Hardened" ..., "" for none.
    label: str = ""

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the footnotes it points to."""
        return tuple(part.number for part in self.parts if isinstance(part, Ref))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: what it is about, and a cell of sentences for each further column."""

    head: str
    cells: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` names the head column first."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences and tables under one subheading, "" for none."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the brief."""

    # Short name for links ("takeaways").
    key: str
    heading: str
    # What the reader must know to read it; about the brief itself, so it has no rows.
    intro: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """The very words in the very report that a sentence rests on."""

    number: int
    # Id of the report.
    report: str
    outlet: str
    title: str
    # As people write it; "date unknown" for none.
    published: str
    url: str | None
    # From the outlet to the first source, joined by arrows.
    chain: str
    quote: Quote
    # "verified", "repaired" or "unverified".
    status: str
    # Words of ours on how the report qualifies it, "" for none.
    remark: str = ""
    # When it was said and first published, apart from the report's own date; "" where it is not told.
    said: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, ready to be rendered."""

    title: str
    # What it covers, in one line.
    scope: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    # The reports quoted, against which each quotation is checked again when it is printed.
    reports: tuple[Report, ...] = field(repr=False)
