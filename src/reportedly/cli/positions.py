"""`reportedly positions`: who wants what, as a list, a matrix, a history or side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options
from reportedly.cli.positions_asked import (
    Answer,
    Asked,
    answer_to,
    kept_in,
    unknown_names,
    why_none,
)
from reportedly.cli.positions_views import SHOW, View
from reportedly.cli.positions_words import limits_text
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show
from reportedly.cli.tables import Form
from reportedly.errors import UsageError

Position = Annotated[
    str | None,
    typer.Argument(
        metavar="[POSITION]", help="Show the history of this one, by the beginning of its id."
    ),
]
AnyView = Annotated[
    View | None,
    typer.Option(
        metavar="|".join(View),
        help="Every thing said (list, if not given); issues by parties; one party on one issue through time; "
        "parties side by side.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="As they stood on this day; leaves out what has no date."),
]
KnownOn = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="As known on this day, from reports collected by then."),
]
Parties = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME", help="Only this party, by its usual English name. May be repeated."
    ),
]
AnyForm = Annotated[
    Form, typer.Option("--format", metavar="|".join(Form), help="How to show them.")
]


def positions(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    position: Position = None,
    *,
    view: AnyView = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    party: Parties = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    voice: options.Voices = None,
    own_words: options.OwnWords = False,
    min_confidence: options.MinConfidence = 0.0,
    form: AnyForm = Form.TABLE,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """Show parties by issues.

    What each party demands, offers or refuses on each issue, the latest first, with dates and the
    number of independent origins. A thing said on two issues stands under both.
    """
    asked = Asked(
        as_of=options.checked_day("--as-of", as_of),
        known_on=options.checked_day("--known-on", known_on),
        voices=options.checked_voices(voice, own_words=own_words),
        min_confidence=min_confidence,
        parties=tuple(party or ()),
        issue=options.checked_issue(issue),
        act=options.checked_act(act),
        position=position,
    )
    chosen = view or (View.LIST if position is None else View.HISTORY)
    form = Form.JSON if as_json else form
    session = session_of(context)
    with session.opened_ledger() as ledger:
        kept = kept_in(session, ledger, asked.known_on)
    answer = answer_to(asked, kept)
    _refuse_unclear(asked, answer, chosen)
    hint = unknown_names(asked, answer.standing) if answer.positions else why_none(asked, kept)
    if hint:
        say(hint)
    if answer.positions or form is Form.JSON:
        _head(asked, form)
        SHOW[chosen](asked, answer, form, limit)


def _refuse_unclear(asked: Asked, answer: Answer, view: View) -> None:
    """Refuses an id that is none or several, and a history of everything at once."""
    if asked.position is not None and len(answer.positions) != 1:
        came = f"{asked.position!r}, which {len(answer.positions)} positions have"
        to_do = "`reportedly positions --json` gives ids."
        raise UsageError("the beginning of the id of one position", came, to_do, "positions")
    if view is View.HISTORY and asked.position is None and not (asked.parties or asked.issue):
        came = "neither"
        raise UsageError("a party or an issue", came, "Add --party or --issue.", "--view history")


def _head(asked: Asked, form: Form) -> None:
    """Writes which statements count, where a person reads."""
    limits = limits_text(asked)
    if limits and form in (Form.TABLE, Form.MD):
        show(f"{limits[0].upper()}{limits[1:]}\n")
