"""What is derived from rows: positions, changes, echoes and comparisons. All of it can be thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.evidence import Evidence
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
class SharedPassage:
    """Words that two or more reports have alike, though perhaps not letter by letter."""

    # Ids of the reports, the earliest published first, undated ones last.
    reports: tuple[str, ...]
    # The words as each of them has them, in the same order.
    evidence: tuple[Evidence, ...]
    # Id of the report that had them first, None where the dates of publication do not tell.
    first: str | None


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
    # What the reports have word for word from each other, the longest first.
    passages: tuple[SharedPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that tell one story, and what they rest on."""

    # Ids, the earliest published first, undated ones last.
    reports: tuple[str, ...]
    # Earliest and latest date of publication in EDTF, None if no report is dated.
    first_published: str | None
    last_published: str | None
    # Mean likelihood of its pairs of reports to tell one story, from 0 to 1.
    alike: float
    # Names of the independent origins; reports that credit one origin or share words have one together.
    origins: tuple[str, ...]
    # Ids of the reports whose lineage is unknown, one for each that may be an origin of its own.
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Backing:
    """On what a statement rests that is said elsewhere too."""

    # Names of the independent origins of the statements that say the same, its own first.
    origins: tuple[str, ...]
    # Ids of the other statements that say the same.
    same: tuple[str, ...]


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
