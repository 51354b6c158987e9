"""`reportedly search`: the rows that hold some words."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_rows

if TYPE_CHECKING:
    from reportedly.ledger import Hit


def search(
    context: typer.Context,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...", help='Words, "phrases", or beginnings*; all must occur.'
        ),
    ],
    *,
    limit: options.Limit = 20,
    as_json: options.AsJson = False,
) -> None:
    """Search reports, statements, figures.

    All words must occur; the best hits come first.
    """
    with session_of(context).opened_ledger() as ledger:
        hits = ledger.search(" ".join(query), limit=limit or 20)
    show_rows(hits, as_json=as_json, block=_block, nothing="nothing holds these words")


def _block(hit: Hit) -> list[str]:
    from reportedly.model.dates import format_edtf

    where = f"{hit.outlet or 'outlet unknown'}, {format_edtf(hit.published)}"
    return [f"{hit.kind} {hit.id} · {where}", hit.title or "no title", hit.snippet]
