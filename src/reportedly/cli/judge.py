"""`reportedly judge`: a person says whether two statements state one position, or two figures measure one thing."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.clock import now
from reportedly.cli.derived import overruled_of
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show_rows
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.ledger import Judgement, Ledger


def judge(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    rows: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROW ROW",
            help="The ids of two statements or two figures, or how these begin.",
        ),
    ] = None,
    *,
    same: Annotated[
        bool | None,
        typer.Option(
            "--same/--different",
            show_default=False,
            help="They state one position or measure one thing, or they do not.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who judges; your user name if not given.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why; kept and listed.")] = None,
    undo: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Take a judgement back.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show the judgements that hold.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Say that two statements state one position, or two figures measure one thing.

    Or that they do not. Positions, changes, checks, comparisons and briefs follow what you say, before any comparison
    of words. What is stored stays as it is: a judgement can be taken back, and the later one on two rows holds. Where
    several contradict each other (A is B, B is C, A is not C), the newest count.
    """
    given = tuple(rows or ())
    asked = [listed, undo is not None, bool(given)]
    if sum(asked) != 1 or (given and (len(given) != 2 or same is None)):
        raise UsageError(
            "two statements or figures with --same or --different, or --list, or --undo NUMBER",
            " ".join(given) or "none of them",
            "See `reportedly judge --help`.",
            "judge",
        )
    with session_of(context).opened_ledger() as ledger:
        if listed:
            _show(ledger, as_json=as_json)
        elif undo is not None:
            taken = ledger.take_back(undo, when=now())
            say(f"taken back: judgement {undo}, {taken.kind} by {taken.who}")
        else:
            kind = "same" if same else "different"
            before = {one.id for one in overruled_of(ledger.judgements())}
            pair = (given[0], given[1])
            number = ledger.judge(kind, pair, who=by or _user(), made=now(), note=note)
            say(f"judgement {number}: {kind}; take it back with `reportedly judge --undo {number}`")
            for one in overruled_of(ledger.judgements()):
                if one.id not in before:
                    say(
                        f"it contradicts judgement {one.id} ({one.kind}, {one.who}), which no longer counts"
                    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("who judges", "no user name", "Give one with --by.", "judge") from error


def _show(ledger: Ledger, *, as_json: bool) -> None:
    from reportedly.briefing.wording_figures import matter_text, stated_text
    from reportedly.ledger import Selection

    held = ledger.judgements()
    overruled = {one.id for one in overruled_of(held)}
    words = {s.id: f"“{s.text}” ({s.holder}, {s.act})" for s in ledger.iter_statements(Selection())}
    words |= {f.id: f"{matter_text(f)}: {stated_text(f)}" for f in ledger.iter_figures(Selection())}
    show_rows(
        held,
        as_json=as_json,
        block=lambda row: _block(row, words, overruled=row.id in overruled),
        nothing=lambda: "no judgement holds",
    )


def _block(judgement: Judgement, words: dict[str, str], *, overruled: bool) -> list[str]:
    head = f"{judgement.id} · {judgement.kind} · {judgement.who} · {judgement.made}"
    gone = "no longer in the ledger"
    return [
        head,
        *(f"{row} {words.get(row, gone)}" for row in judgement.rows),
        *([f"note: {judgement.note}"] if judgement.note else []),
        *(["does not count: later judgements contradict it"] if overruled else []),
    ]
