"""From the bytes of a file to its reports: decodes, sniffs, lets the format's reader work, adds what all share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import py3langid

from reportedly.errors import PartlyRead, UnreadableInput
from reportedly.model import Report, report_id
from reportedly.reading.caveats import find_caveats
from reportedly.reading.credits import find_credits
from reportedly.reading.decoding import decode
from reportedly.reading.drafts import Draft
from reportedly.reading.feeds import read_feed
from reportedly.reading.plain import read_text
from reportedly.reading.rows import bad_lines, read_rows
from reportedly.reading.sniffing import Format, sniff
from reportedly.reading.web import read_page
from reportedly.vocabulary.outlets import Outlet, knowing

MOST_NAMED = 10
"""Bad lines of a file that its message names."""

_READERS: dict[Format, Callable[[str], list[Draft]]] = {
    Format.TEXT: read_text,
    Format.HTML: read_page,
    Format.FEED: read_feed,
    Format.ROWS: read_rows,
}


def read_bytes(data: bytes, name: str, outlets: Sequence[Outlet] = ()) -> tuple[Report, ...]:
    """Reads the reports of a file.

    Args:
        data: the file's bytes.
        name: its name or address, for messages, for `origin_file` and as the last hint of its format.
        outlets: those to be known beside the general list, as in `Dossier.outlets`.

    Raises:
        UnreadableInput: no report can be had from these bytes.
        PartlyRead: some lines of a file of JSON lines are no reports; it holds the reports of the others.
    """
    with knowing(tuple(outlets)):
        return _read(data, name)


def _read(data: bytes, name: str) -> tuple[Report, ...]:
    text = decode(data, name)
    kind = sniff(text, name)
    drafts = _READERS[kind](text)
    if not drafts:
        to_do = "Check the file; add its text by hand if it needs a browser to show."
        raise UnreadableInput("a report", f"{kind.value} without a readable body", to_do, name)
    digest = hashlib.sha256(data).hexdigest()
    reports = tuple(_report(draft, name, digest) for draft in drafts)
    bad = bad_lines(text) if kind is Format.ROWS else []
    if bad:
        came = f"something else on line {', '.join(map(str, bad[:MOST_NAMED]))}"
        came += f" and {len(bad) - MOST_NAMED} more" if len(bad) > MOST_NAMED else ""
        to_do = "Mend these lines and add the file again; the other lines are read."
        raise PartlyRead('an object with a "text" on every line', came, to_do, name, reports)
    return reports


def _report(draft: Draft, name: str, digest: str) -> Report:
    return Report(
        id=report_id(draft.title, draft.text),
        origin_file=name,
        origin_digest=digest,
        url=draft.url,
        outlet=draft.outlet,
        title=draft.title,
        byline=draft.byline,
        published=draft.published,
        published_basis=draft.basis,
        language=draft.language or language_of(draft.text),
        text=draft.text,
        credits=find_credits(draft.title, draft.text, draft.outlet),
        caveats=find_caveats(draft.text),
        headings=draft.headings,
        offsets=draft.offsets,
    )


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code of the language of a text, None for a text too short to tell."""
    sample = text[:4000]
    if sum(char.isalpha() for char in sample) < 20:
        return None
    return str(py3langid.classify(sample)[0])
