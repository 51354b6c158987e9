"""Reads plain text, Markdown-like text and pages pasted or saved as text."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.model import PublishedBasis
from reportedly.reading.aligning import join_lines
from reportedly.reading.credits import agency_of_dateline
from reportedly.reading.drafts import Draft
from reportedly.reading.furniture import Part, count_repeats, mark_furniture
from reportedly.reading.headers import Header, read_biography, read_header, read_signature
from reportedly.reading.lines import cut_lines
from reportedly.reading.splitting import Article, split_articles
from reportedly.vocabulary.outlets import outlet_named


def read_text(text: str) -> list[Draft]:
    """Returns the reports of a plain text; none if nothing but furniture stands in it."""
    lines = cut_lines(text)
    repeats = count_repeats(lines)
    drafts = [_draft(article, text) for article in split_articles(lines, repeats)]
    return [draft for draft in drafts if draft.text]


def _draft(article: Article, original: str) -> Draft:
    lines = list(article.lines)
    parts = [Part.BODY] * len(lines)
    repeats = count_repeats(lines)
    header = read_header(lines, parts, repeats)
    biography = read_biography(lines, parts)
    signed = read_signature(lines, parts)
    rest = [index for index, part in enumerate(parts) if part is Part.BODY]
    for index, part in zip(rest, mark_furniture([lines[i] for i in rest]), strict=True):
        parts[index] = part
    kept = [i for i, part in enumerate(parts) if part in {Part.BODY, Part.HEADING}]
    text, spans, offsets = join_lines([lines[i] for i in kept], original)
    headings = tuple(span for i, span in zip(kept, spans, strict=True) if parts[i] is Part.HEADING)
    return _with_metadata(
        Draft(text, header.title, offsets, headings, byline=signed),
        header,
        biography,
        article.outlet,
    )


def _with_metadata(draft: Draft, header: Header, biography: Header, reader: str | None) -> Draft:
    outlet = header.outlet or reader or biography.outlet or self_named(draft.text)
    outlet = outlet or agency_of_dateline(draft.text)
    known = outlet_named(outlet) if outlet else None
    return replace(
        draft,
        outlet=known.name if known else _without_article(outlet),
        byline=header.byline or biography.byline or draft.byline,
        published=header.published,
        basis=header.basis if header.published else PublishedBasis.NONE,
        url=header.url,
    )


def _without_article(name: str | None) -> str | None:
    return re.sub(r"^[Tt]he\s+", "", name) if name else None


_SELF = re.compile(
    r"(?:^|[.!?][\"”]?\s+|\n)(?P<outlet>(?:The\s)?[A-ZÀ-Þ][\w'’&-]*(?:\s(?:[A-ZÀ-Þ][\w'’&-]*|of|for|the)){0,4})\s"
    r"(?:can(?:no|['’])t|cannot|can not|could(?:n['’]t| not)|was not able|was unable|is unable"
    r"|has(?:n['’]t| not)(?: been able)?|did not)"
    r"(?:\s\w+){0,3}?\s(?:verify|verified|confirm|confirmed|corroborate)\b"
)


def self_named(text: str) -> str | None:
    """Returns the outlet that says of itself that it could not verify something, None if none does."""
    match = _SELF.search(text)
    if match is None or match["outlet"] in {"We", "It", "He", "She", "They", "This"}:
        return None
    return match["outlet"]
