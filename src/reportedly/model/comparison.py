"""What is derived from rows: positions, changes, echoes and comparisons. All of it can be thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.statement import Act


@dataclass(frozen=True, slots=True)
class Position:
    """What one holder says on one issue by one act, grouped over statements."""

    # Hash of holder, issue, act and the id of the first statement.
    id: str
    holder: str
    # Code of `vocabulary/issues.yaml`; "other" where none fits.
    issue: str
    act: Act
    # The words of the statement that says it best, verbatim.
    text: str
    # Party it is directed at.
    target: str | None
    # Words of the conditions stated.
    conditions: tuple[str, ...]
    # Words of the deadline stated.
    deadline: str | None
    # Earliest and latest date said in EDTF, None if no statement is dated.
    first_said: str | None
    last_said: str | None
    # "new", "repeated", "hardened", "softened", "withdrawn", "condition added"; None without an earlier dated one.
    change: str | None
    # Ids, oldest first.
    statements: tuple[str, ...]
    # Ids of the reports these are in.
    reports: tuple[str, ...]
    # Names of the independent origins; statements of unknown lineage add none.
    origins: tuple[str, ...]
    # Whether at least one statement is in the holder's own words.
    own_words: bool
    # The words of each distinct thing demanded, offered or refused, verbatim; `text` comes first.
    propositions: tuple[str, ...] = ()
    # Whose words there are, each kind once: "own", "spokesman", "account" (another party or a report), "analyst".
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """Reports or statements that share an origin."""

    # Name of the shared origin.
    origin: str
    # "credit" where the texts say so, "text reuse" where the words do.
    basis: str
    # Ids of the reports.
    reports: tuple[str, ...]
    # Ids of the statements.
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two or more rows on one matter say of each other. No verdict on who is right."""

    # "agreement", "disagreement", "trend" or "not comparable".
    kind: str
    # What is compared, in words ("share of Luhansk Oblast held by Ukraine").
    matter: str
    # Ids of the figures or positions, oldest first.
    rows: tuple[str, ...]
    # The comparison in words and numbers.
    note: str
