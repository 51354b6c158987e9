"""`reportedly statements`: who said what, through whom, in which words."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

import typer

from reportedly.cli import options
from reportedly.cli.derived import backings_in, issue_names, sameness_in, spoken
from reportedly.cli.hints import nothing_found
from reportedly.cli.positions_words import voice_text
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_json, show_rows

if TYPE_CHECKING:
    from reportedly.comparing import Voice
    from reportedly.model import Backing, Statement


def statements(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
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
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List who said what, through whom.

    Oldest first: date, speaker, holder, act, issues, chain of outlets, independent origins where
    others say the same, exact words.
    """
    from reportedly.ledger import Selection

    voices = options.checked_voices(voice, own_words=own_words)
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
            limit=None if voices else limit,
        )
        reports = ledger.reports()
        rows = islice(spoken(session, ledger.iter_statements(selection), reports, voices), limit)
        backings = backings_in(reports, ledger.statements(), sameness_in(session, ledger))
        labels = issue_names()
        published = {one.id: one.published for one in reports}
        if as_json:
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
    return [*lines, *_details(statement), f"{statement.id} in {statement.report}"]


def origin_lines(backing: Backing) -> list[str]:
    """Returns the line on independent origins; none where the chain says it all."""
    from reportedly.briefing.wording import count

    if not backing.same:
        return [] if backing.origins else ["lineage unknown"]
    named = f": {', '.join(backing.origins)}" if backing.origins else ", lineage unknown"
    others = count(len(backing.same), "other statement")
    return [f"{count(len(backing.origins), 'independent origin')}{named} (with {others})"]


def _details(statement: Statement) -> list[str]:
    lines = [f"condition: “{condition.exact}”" for condition in statement.conditions]
    if statement.deadline is not None:
        lines.append(f"deadline: “{statement.deadline.exact}”")
    if statement.likelihood is not None:
        likely = statement.likelihood
        span = f" ({likely.low:.0%} to {likely.high:.0%})" if likely.high - likely.low < 1 else ""
        lines.append(f"likelihood: “{likely.term}”{span}")
    if statement.aspects:
        lines.append(f"aspects: {', '.join(statement.aspects)}")
    return [*lines, *(f"caveat: “{caveat}”" for caveat in statement.caveats)]
