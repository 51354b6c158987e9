"""What to say when a filter finds nothing: which name of the ledger may have been meant.

Looks only when nothing was found, for it reads all statements. Wrong values of options that have
fixed values are refused in `options`.
"""
# ruff: noqa: PLC0415  (heavy packages are loaded when a command runs)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger import Ledger, Selection
    from reportedly.model import Statement

LISTED = 8
"""Names that a hint lists where none is near."""


def nothing_found(
    ledger: Ledger, what: str, selection: Selection, voices: Sequence[str] = ()
) -> str:
    """Returns "no position of 'Norlnad'; did you mean Norland?", or just that no row matches.

    Args:
        ledger: where it was looked for.
        what: the kind of row, in the singular.
        selection: the filters; of each one name is looked up.
        voices: the voices asked for, named where nothing else is to blame.
    """
    statements = ledger.statements()
    heard = f" in this voice: {', '.join(voices)}" if voices else ""
    return (
        missing(f"no {what} of", selection.party, parties_of(statements))
        or missing(f"no {what} from", selection.outlet, _outlets(ledger))
        or missing(f"no {what} on", selection.issue, _issues(statements))
        or f"no {what} matches{heard}"
    )


def parties_of(statements: Iterable[Statement]) -> list[str]:
    """Returns the parties that hold, speak or are addressed, those named most often first."""
    from collections import Counter

    names = Counter(
        name
        for one in statements
        for name in {one.holder, one.speaker.party, one.target}
        if name is not None
    )
    return sorted(names, key=lambda name: (-names[name], name))


def named(name: str | None, known: Sequence[str]) -> str | None:
    """Returns a name as the ledger writes it, whatever its case; as given where the ledger has none such."""
    if name is None:
        return None
    return next((each for each in known if each.casefold() == name.casefold()), name)


def missing(head: str, wanted: object, known: Sequence[str]) -> str:
    """Returns the hint for a name that the ledger has not, "" if it has it or none was asked for."""
    if not isinstance(wanted, str) or named(wanted, known) in known:
        return ""
    near = near_names(wanted, known)
    if near:
        return f"{head} {wanted!r}; did you mean {' or '.join(near)}?"
    listed = ", ".join(known[:LISTED]) + (", …" if len(known) > LISTED else "")
    return f"{head} {wanted!r}; the ledger has {listed or 'none at all'}"


def near_names(wanted: str, known: Iterable[str]) -> list[str]:
    """Returns the names in which another is a word or the beginning of one, then those written much like it."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    lower = wanted.casefold()
    near = [name for name in names if name.startswith(lower) or f" {lower}" in name]
    near += get_close_matches(lower, names, n=3, cutoff=0.6)
    return [names[name] for name in dict.fromkeys(near)][:3]


def _outlets(ledger: Ledger) -> list[str]:
    return list(dict.fromkeys(r.outlet for r in ledger.iter_reports() if r.outlet))


def _issues(statements: Iterable[Statement]) -> list[str]:
    return sorted({issue for one in statements for issue in one.issues})
