"""People's judgements on pairs of statements or of figures: written, listed, taken back; nothing is ever deleted.

What a judgement changes in what is shown is decided in `comparing`; here it is only kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from reportedly.errors import UnknownRow, UsageError
from reportedly.ledger.schema import figures, judgements, statements

SAME = "same"
DIFFERENT = "different"
KINDS = (SAME, DIFFERENT)
"""What can be judged of two rows: that they state one position or measure one thing, or that they do not."""

FIGURE = "f"
"""First letter of the id of a figure; those of statements begin with another."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about rows."""

    # Number in this ledger.
    id: int
    # "same" or "different".
    kind: str
    # Who judged.
    who: str
    # Clock reading of the run that judged.
    made: str
    # Ids of the two statements or figures, in the order of their letters.
    rows: tuple[str, ...]
    # Certainty from 0 to 1, None if not said.
    score: float | None = None
    # Clock reading of the run that took it back, None while it holds.
    deleted: str | None = None
    # Why, in the words of who judged, None if nothing was said.
    note: str | None = None

    @property
    def of_figures(self) -> bool:
        """Whether it is about figures, and not about statements."""
        return all(row.startswith(FIGURE) for row in self.rows)


def write(
    connection: Connection,
    kind: str,
    rows: tuple[str, str],
    *,
    who: str,
    made: str,
    note: str | None = None,
) -> int:
    """Writes a judgement on two rows of one kind and takes back what was judged of them before; returns its number.

    Raises:
        UsageError: the two are one or of two kinds, what is judged is unknown, or two holders' or acts' statements are
            to be one position.
        UnknownRow: there is no such row.
    """
    pair = sorted(_row(connection, row) for row in rows)
    _check(kind, pair)
    if kind == SAME:
        _refuse_two_positions(connection, pair)
    for held in holding(connection):
        if list(held.rows) == pair:
            _take_back(connection, held.id, made)
    query = insert(judgements).values(kind=kind, who=who, made=made, rows=pair, note=note)
    return int(connection.execute(query.returning(judgements.c.id)).scalar_one())


def _check(kind: str, pair: list[str]) -> None:
    """Refuses what is no judgement: a row and itself, a figure and a statement, an unknown kind."""
    mixed = pair[0].startswith(FIGURE) != pair[1].startswith(FIGURE)
    if kind in KINDS and pair[0] != pair[1] and not mixed:
        return
    came = f"{pair[0]} and {pair[1]}" if mixed else f"{pair[0]} twice"
    came = came if kind in KINDS else kind
    expected = "two statements or two figures, same or different"
    raise UsageError(expected, came, "Name two rows of one kind.", "judge")


def _refuse_two_positions(connection: Connection, pair: list[str]) -> None:
    """Refuses to join what is never one position, so that nobody waits for an effect that cannot come."""
    for column, what in ((statements.c.holder, "holder"), (statements.c.act, "act")):
        query = select(statements.c.id, column).where(statements.c.id.in_(pair))
        found = {id_: each or "nobody" for id_, each in connection.execute(query)}
        if len(set(found.values())) > 1:
            came = " and ".join(f"{id_} ({found[id_]})" for id_ in pair)
            to_do = "A position is one holder's, by one act: such a judgement could join nothing, so none was stored."
            raise UsageError(f"two statements of one {what}", came, to_do, "judge --same")


def _row(connection: Connection, wanted: str) -> str:
    """Returns the id of the one statement or figure whose id begins so."""
    table = figures if wanted.startswith(FIGURE) else statements
    begins = table.c.id.startswith(wanted, autoescape=True)
    found = list(connection.execute(select(table.c.id).where(begins).limit(2)).scalars())
    if not wanted or len(found) != 1:
        came = f"{wanted!r}, which {'several begin with' if len(found) > 1 else 'none has'}"
        to_do = "`reportedly statements` and `reportedly figures` show them."
        raise UnknownRow(
            "the id of one statement or figure, or its beginning", came, to_do, "judge"
        )
    return str(found[0])


def holding(connection: Connection, *, all_of_them: bool = False) -> list[Judgement]:
    """Returns the judgements that hold, oldest first; on request those taken back too."""
    query = select(judgements).where(judgements.c.kind.in_(KINDS)).order_by(judgements.c.id)
    if not all_of_them:
        query = query.where(judgements.c.deleted.is_(None))
    return [_judgement(dict(row)) for row in connection.execute(query).mappings()]


def take_back(connection: Connection, number: int, when: str) -> Judgement:
    """Marks a judgement as taken back and returns it.

    Raises:
        UnknownRow: no judgement of that number holds.
    """
    held = next((one for one in holding(connection) if one.id == number), None)
    if held is None:
        raise UnknownRow(
            "the number of a judgement that holds",
            str(number),
            "`reportedly judge --list` lists them.",
            "judge",
        )
    _take_back(connection, number, when)
    return held


def _take_back(connection: Connection, number: int, when: str) -> None:
    connection.execute(
        update(judgements).where(judgements.c.id == number).values(deleted=when),
    )


def _judgement(row: dict[str, Any]) -> Judgement:
    return Judgement(**(row | {"rows": tuple(row["rows"])}))
