"""`reportedly statements`: who said what, through whom, in which words."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.derived import backings_in, issue_names, sameness_in, spoken
from reportedly.cli.hints import nothing_found
from reportedly.cli.positions_words import voice_text
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show_json, show_rows
from reportedly.cli.tables import Form
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.comparing import Voice
    from reportedly.model import Backing, Hedge, Likelihood, Statement


class View(StrEnum):
    """How statements are arranged."""

    LIST = "list"
    HEDGES = "hedges"


AnyView = Annotated[
    View,
    typer.Option(
        metavar="|".join(View),
        help="One by one; or by source, how often it uses which words of likelihood, confidence and doubt.",
    ),
]
AnyForm = Annotated[
    Form,
    typer.Option(
        "--format", metavar="|".join(Form), help="How to show them; md and csv are of the hedges."
    ),
]


def statements(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    view: AnyView = View.LIST,
    party: options.Party = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    since: options.Since = None,
    until: options.Until = None,
    outlet: options.Outlet = None,
    report: options.ReportId = None,
    voice: options.Voices = None,
    own_words: options.OwnWords = False,
    min_confidence: options.MinConfidence = 0.0,
    form: AnyForm = Form.TABLE,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List who said what, through whom.

    Oldest first: date, speaker, holder, act, issues, chain of outlets, independent origins where
    others say the same, exact words. As hedges: who says how sure, the speaker or the outlet.
    """
    from reportedly.ledger import Selection

    voices = options.checked_voices(voice, own_words=own_words)
    form = _checked_form(view, Form.JSON if as_json else form)
    session = session_of(context)
    with session.opened_ledger() as ledger:
        selection = Selection(
            party=party,
            issue=options.checked_issue(issue),
            act=options.checked_act(act),
            since=since,
            until=until,
            outlet=outlet,
            report=None if report is None else ledger.find_report(report).id,
            min_confidence=min_confidence,
            limit=None if voices or view is View.HEDGES else limit,
        )
        reports = ledger.reports()
        told = spoken(session, ledger.iter_statements(selection), reports, voices)
        if view is View.HEDGES:
            from reportedly.cli.statements_hedges import show_hedges

            if not show_hedges((one for one, _ in told), form, limit):
                say(nothing_found(ledger, "hedge", selection, voices))
            return
        rows = islice(told, limit)
        backings = backings_in(reports, ledger.statements(), sameness_in(session, ledger))
        labels = issue_names()
        published = {one.id: one.published for one in reports}
        if form is Form.JSON:
            show_json(_told(one, voice, backings[one.id]) for one, voice in rows)
            return
        show_rows(
            rows,
            as_json=False,
            block=lambda row: block(
                *row, labels, published=published.get(row[0].report), backing=backings[row[0].id]
            ),
            nothing=lambda: nothing_found(ledger, "statement", selection, voices),
        )


def _checked_form(view: View, form: Form) -> Form:
    """Returns the format as given if the view has it."""
    if view is View.LIST and form in (Form.MD, Form.CSV):
        to_do = "`reportedly export statements --format csv` writes them."
        raise UsageError("table or json for a list of statements", form, to_do, "--format")
    return form


def _told(statement: Statement, voice: Voice, backing: Backing) -> dict[str, object]:
    """Returns a row of JSON: what `export` gives, whose words they are, and on which independent origins it rests."""
    from reportedly.model.codecs import to_dict

    rests = {"independent_origins": len(backing.origins), **to_dict(backing)}
    return to_dict(statement) | {"voice_kind": voice.value} | rests


def block(
    statement: Statement,
    voice: Voice,
    labels: Mapping[str, str],
    *,
    published: str | None = None,
    backing: Backing | None = None,
) -> list[str]:
    """Returns the lines that show a statement.

    Args:
        statement: the row.
        voice: whose words it gives.
        labels: what to call an issue, by its code.
        published: when its report came out, shown where the text does not tell when it was said.
        backing: on which origins it rests; shown where they are unknown, or others say the same.
    """
    from reportedly.briefing.wording import date_text

    speaker = statement.speaker
    party = f", {speaker.party}" if speaker.party and speaker.party != speaker.name else ""
    said = date_text(statement.said)
    if statement.said is None and published is not None:
        said = f"reported {date_text(published)}"
    issues = ", ".join(labels.get(issue, issue) for issue in statement.issues)
    what = [statement.holder or "nobody's", statement.act, issues]
    if statement.target:
        what.append(f"towards {statement.target}")
    lines = [
        f"{said} · {speaker.name} ({speaker.kind}{party})",
        " · ".join([*filter(None, what), voice_text(voice, speaker.party, statement.holder)]),
        " ← ".join(link.name for link in statement.chain) or "lineage unknown",
        f"“{statement.evidence.exact}”",
    ]
    if backing is not None:
        lines += origin_lines(backing)
    lines += [*_details(statement), *_out_of_order(statement, published)]
    return [*lines, f"{statement.id} in {statement.report}"]


def origin_lines(backing: Backing) -> list[str]:
    """Returns the line on independent origins; none where the chain says it all."""
    from reportedly.briefing.wording import count

    if not backing.same:
        return [] if backing.origins else ["lineage unknown"]
    named = f": {', '.join(backing.origins)}" if backing.origins else ", lineage unknown"
    others = count(len(backing.same), "other statement")
    return [f"{count(len(backing.origins), 'independent origin')}{named} (with {others})"]


def _out_of_order(statement: Statement, published: str | None) -> list[str]:
    """Returns a line for each date that cannot be right beside another: said after publication, a deadline past."""
    from reportedly.comparing.checks_dates import deadline_check, said_check
    from reportedly.measuring import find_dates

    found = [said_check(statement, published)]
    if statement.deadline is not None and statement.said is not None:
        dates = find_dates(statement.deadline.exact, statement.said, "en")
        found += [deadline_check(statement, date) for date in dates]
    return [f"{one.verdict} ({one.kind}): {one.arithmetic}" for one in found if one]


def _details(statement: Statement) -> list[str]:
    from reportedly.briefing.wording import date_text

    lines = [f"condition: “{condition.exact}”" for condition in statement.conditions]
    if statement.deadline is not None:
        due = f" ({date_text(statement.due)})" if statement.due else ""
        lines.append(f"deadline: “{statement.deadline.exact}”{due}")
    if statement.event is not None:
        lines.append(f"event: {date_text(statement.event)}")
    if statement.likelihood is not None:
        likely = statement.likelihood
        span = f" ({likely.low:.0%} to {likely.high:.0%})" if likely.high - likely.low < 1 else ""
        lines.append(f"likelihood: “{likely.term}”{span}")
    lines += hedge_lines(statement.hedges, statement.likelihood)
    if statement.aspects:
        lines.append(f"aspects: {', '.join(statement.aspects)}")
    return [*lines, *(f"caveat: “{caveat}”" for caveat in statement.caveats)]


def hedge_lines(hedges: Iterable[Hedge], likelihood: Likelihood | None) -> list[str]:
    """Returns lines on the estimative words that the likelihood does not show already, and on who uses them."""
    known = likelihood.term if likelihood else None
    lines = []
    for hedge in hedges:
        by = "" if hedge.by == "speaker" else f", {HEDGERS[hedge.by]}"
        if hedge.kind == "confidence":
            lines.append(f"confidence: “{hedge.evidence.exact}”{by}")
        elif by or hedge.evidence.exact != known:
            lines.append(f"hedged: “{hedge.evidence.exact}”{by}")
    return lines


HEDGERS = {"teller": "by the source that tells of it", "outlet": "by the outlet"}
"""Who hedges, where it is not the speaker."""
