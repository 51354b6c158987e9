"""The options that several commands share, each with its help, and the selection they make."""
# ruff: noqa: PLC0415  (the ledger is heavy, see `session`)

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.errors import UsageError

Party = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only this party, by its usual English name.")
]
Issue = Annotated[
    str | None,
    typer.Option(metavar="ISSUE", help="Only this issue, by its code or its name."),
]
ActName = Annotated[
    str | None, typer.Option("--act", metavar="ACT", help="Only this act: demand, offer, refusal …")
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only from this date: 2025, 2025-06, 2025-06-02.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Only up to this date.")]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only reports of this outlet, by its usual name.")
]
ReportId = Annotated[
    str | None,
    typer.Option("--report", metavar="ID", help="Only this report, by the beginning of its id."),
]
OwnWords = Annotated[
    bool, typer.Option("--own-words", help="Only what the holder says in its own words.")
]
Voices = Annotated[
    list[str] | None,
    typer.Option(
        "--voice",
        metavar="own|spokesman|account|analyst",
        help="Only these voices: the holder itself, its spokesmen and unnamed officials, another party's or a "
        "report's account, an analyst's reading. May be repeated.",
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(min=0.0, max=1.0, metavar="0..1", help="Only attributions at least as certain."),
]
Limit = Annotated[
    int | None, typer.Option(min=1, metavar="COUNT", help="At most so many rows; all if not given.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="One JSON array instead of text, a row a line.")
]


def checked_date(option: str, date: str | None) -> str | None:
    """Returns a date as given if it is one in EDTF.

    Raises:
        UsageError: it is none.
    """
    from reportedly.model.dates import is_edtf

    if date is None or is_edtf(date):
        return date
    raise UsageError("a date such as 2025-06-02, 2025-06 or 2025", repr(date), "Mend it.", option)


def checked_day(option: str, day: str | None) -> str | None:
    """Returns one exact day as given.

    Raises:
        UsageError: it is none.
    """
    from reportedly.model.dates import parse_day

    if day is None or (len(day) == len("2025-06-02") and parse_day(day) is not None):
        return day
    raise UsageError("a day such as 2025-06-02", repr(day), "Write it so.", option)


def checked_voices(voices: list[str] | None, *, own_words: bool) -> tuple[str, ...]:
    """Returns the voices named, and the holder's own where only own words are asked for.

    Raises:
        UsageError: there is no such voice; names those there are.
    """
    from reportedly.comparing.voices import Voice

    for voice in voices or ():
        if voice not in set(Voice):
            raise UsageError(f"one of {', '.join(Voice)}", repr(voice), "Choose.", "--voice")
    wanted = {*(voices or ()), *([Voice.OWN] if own_words else [])}
    return tuple(voice for voice in Voice if voice in wanted)


def checked_act(act: str | None) -> str | None:
    """Returns an act as given if there is such an act.

    Raises:
        UsageError: there is none; names those there are.
    """
    from reportedly.model import Act

    if act is None or act in set(Act):
        return act
    raise UsageError(f"one of {', '.join(Act)}", repr(act), "Choose one of them.", "--act")


def checked_issue(issue: str | None) -> str | None:
    """Returns the code of an issue given by its code or its name; "other" is one too.

    Raises:
        UsageError: there is none; names those that are near.
    """
    from reportedly.cli.hints import near_names
    from reportedly.vocabulary.issues import load_issues

    if issue is None:
        return None
    codes = {one.id: one.id for one in load_issues()} | {"other": "other"}
    names = {one.label.casefold(): one.id for one in load_issues()} | codes
    names["other matters"] = "other"
    if issue.casefold() in names:
        return names[issue.casefold()]
    near = ", ".join(dict.fromkeys(names[each] for each in near_names(issue, names)))
    to_do = f"Did you mean {near}?" if near else "docs/reference/vocabulary.md lists them."
    raise UsageError("the code or the name of an issue", repr(issue), to_do, "--issue")
