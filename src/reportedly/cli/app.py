"""The app: global options and the list of commands, one file each."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.add import add
from reportedly.cli.annotate import annotate
from reportedly.cli.brief import brief
from reportedly.cli.dossier import dossier as dossier_commands
from reportedly.cli.echoes import echoes
from reportedly.cli.export import export
from reportedly.cli.figures import figures
from reportedly.cli.judge import judge
from reportedly.cli.new import new
from reportedly.cli.positions import positions
from reportedly.cli.reports import reports
from reportedly.cli.search import search
from reportedly.cli.session import Session
from reportedly.cli.statements import statements

app = typer.Typer(
    name="reportedly",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:  # noqa: FBT001  (Typer hands it over by place)
    if asked:
        typer.echo(f"reportedly {version('reportedly')}")
        raise typer.Exit


@app.callback()
def reportedly(
    context: typer.Context,
    *,
    ledger: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="The ledger; else REPORTEDLY_LEDGER, else ./reportedly.db. May follow the command.",
        ),
    ] = None,
    dossier: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE|NAME",
            help="Parties, people and places of one conflict; else REPORTEDLY_DOSSIER, else none. "
            "May follow the command.",
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001  (eager: it has done its work before)
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Turn reports about a negotiation into a sourced, dated ledger and footnoted briefs."""
    context.obj = Session(ledger, dossier)


for command in (
    add,
    brief,
    positions,
    statements,
    figures,
    reports,
    echoes,
    new,
    judge,
    search,
    export,
    annotate,
):
    app.command()(command)

app.add_typer(dossier_commands, name="dossier", help="Check a dossier, or write a start for one.")
