"""`reportedly dossier check` and `reportedly dossier new`: what is wrong with a dossier, and a start for one."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli import options
from reportedly.cli.session import Session, session_of
from reportedly.cli.showing import say, show, show_json, visible
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.vocabulary.dossier import Dossier
    from reportedly.vocabulary.dossier_lint import Checked
    from reportedly.vocabulary.dossier_names import Used
    from reportedly.vocabulary.dossier_reading import Fault

dossier = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

BROKEN = 1
"""Exit code where a dossier is refused."""

MOST = 12
"""At most so many names of a kind in a draft, and so many notes."""


@dossier.command()
def check(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|NAME", help="A dossier's file, or a shipped one's name.")
    ],
    *,
    as_json: options.AsJson = False,
) -> None:
    """Say everything that is wrong with a dossier.

    Errors are what `--dossier` refuses, warnings what makes it do less than it seems. Where there is
    a ledger, notes say which of its most frequent names the dossier leaves out.
    """
    from reportedly.vocabulary.dossier_lint import check_dossier
    from reportedly.vocabulary.dossier_loading import dossier_text

    checked = check_dossier(dossier_text(file), file)
    notes = list(_notes(session_of(context), checked.dossier))
    if as_json:
        show_json(map(_as_row, (*checked.faults, *notes)))
    else:
        _show(checked, notes, file)
    if checked.is_refused:
        raise typer.Exit(BROKEN)


@dossier.command()
def new(
    context: typer.Context,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write a new file, not to standard output."
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            min=1, metavar="COUNT", help="At most so many parties, people of each, places, outlets."
        ),
    ] = MOST,
) -> None:
    """Write a start for a dossier from the ledger.

    The names that its reports use most often, with how often as comments; it loads as it is.
    """
    from reportedly.vocabulary.dossier_draft import draft_dossier

    session = session_of(context)
    with session.opened_ledger() as ledger:
        count = ledger.counts()["reports"]
    names = _names(session, session.dossier_read)
    text = draft_dossier(names, output.stem if output else "talks", count, limit)
    if output is None:
        show(text.rstrip("\n"))
    else:
        _write(text, output)
        say(f"wrote {output}; edit it, then: reportedly dossier check {output}")
    if not count:
        say("the ledger has no reports yet; `reportedly add` reads some")


def _write(text: str, output: Path) -> None:
    """Writes a file that is not there yet, for a dossier somebody has worked on is not lightly lost."""
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        to_do = "Name another, or move that one away first."
        raise UsageError(
            "the name of a new file", "one that is there", to_do, str(output)
        ) from error
    except OSError as error:
        came = error.strerror or type(error).__name__
        raise UsageError(
            "a file that can be written", came, "Check the path.", str(output)
        ) from error


def _names(session: Session, known: Dossier | None) -> tuple[Used, ...]:
    """Returns the names that the ledger uses, read with what a dossier knows."""
    from reportedly.vocabulary import load_gazetteer
    from reportedly.vocabulary.dossier_names import names_used

    with session.opened_ledger() as ledger:
        return names_used(ledger.iter_reports(), ledger.iter_statements(), load_gazetteer(known))


def _notes(session: Session, known: Dossier) -> Iterator[Fault]:
    """Yields which of the ledger's most frequent names the dossier leaves out; none without a ledger."""
    from reportedly.vocabulary.dossier_lint import names_left_out

    if not Path(session.settings.ledger.removeprefix("sqlite:///")).is_file():
        return
    yield from names_left_out(known, _names(session, known), MOST)


def _as_row(fault: Fault) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(fault) | {"message": str(fault)}


def _show(checked: Checked, notes: Iterable[Fault], file: str) -> None:
    """Writes a line for each thing found, as compilers do, so that editors can jump to it."""
    found = (*checked.faults, *notes)
    for fault in found:
        place = file if fault.line is None else f"{file}:{fault.line}"
        show(visible(f"{place}: {fault.severity}: {fault}"))
    counts = {
        severity: sum(fault.severity == severity for fault in found)
        for severity in ("error", "warning", "note")
    }
    told = ", ".join(_counted(count, severity) for severity, count in counts.items())
    show(visible(f"{file}: {told}; {_contents(checked.dossier)}"))


def _contents(known: Dossier) -> str:
    people = sum(len(party.people) for party in known.parties)
    lists = (
        (len(known.parties), "party"),
        (people, "person"),
        (len(known.places), "place"),
        (len(known.groups), "group"),
        (len(known.figures), "figure"),
        (len(known.outlets), "outlet"),
    )
    return ", ".join(_counted(count, noun) for count, noun in lists)


def _counted(count: int, noun: str) -> str:
    many = {"party": "parties", "person": "people"}.get(noun, f"{noun}s")
    return f"{count} {noun if count == 1 else many}"
