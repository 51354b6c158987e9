"""Reads RSS and Atom files; each entry with words is a report."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import feedparser
from lxml import etree, html

from reportedly.model import PublishedBasis
from reportedly.reading.aligning import align_all
from reportedly.reading.drafts import Draft
from reportedly.vocabulary.outlets import outlet_named

_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


def read_feed(text: str) -> list[Draft]:
    """Returns the entries of a feed, in its order; a broken feed gives those before the break."""
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    channel = _words(parsed.feed.get("title"))
    drafts = [_draft(entry, channel) for entry in parsed.entries]
    kept = [draft for draft in drafts if draft.text]
    offsets = align_all((draft.text for draft in kept), text)
    return [replace(draft, offsets=runs) for draft, runs in zip(kept, offsets, strict=True)]


def _draft(entry: Any, channel: str | None) -> Draft:  # noqa: ANN401
    contents = [content.get("value", "") for content in entry.get("content", ())]
    body = max([*contents, entry.get("summary", "")], key=len)
    text = text_of_html(body)
    date = _date(entry)
    source = _words(entry.get("source", {}).get("title")) or channel
    known = outlet_named(source) if source else None
    return Draft(
        text=text,
        title=_words(entry.get("title")) or "",
        outlet=known.name if known else source,
        byline=_byline(entry),
        published=date,
        basis=PublishedBasis.FEED if date else PublishedBasis.NONE,
        url=_words(entry.get("link")),
    )


def _byline(entry: Any) -> str | None:  # noqa: ANN401
    # RSS writes "desk@site (Name)".
    author = _words(entry.get("author"))
    match = _IN_BRACKETS.search(author) if author and "@" in author else None
    return match[1] if match else author


def _date(entry: Any) -> str | None:  # noqa: ANN401
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if parsed else None


def text_of_html(body: str) -> str:
    """Returns the paragraphs of a fragment of HTML as lines; a text without markup stays as it is."""
    if "<" not in body:
        return "\n\n".join(line.strip() for line in body.splitlines() if line.strip())
    try:
        tree = html.fragment_fromstring(body, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(tree, "script", "style", "figure", etree.Comment, with_tail=False)
    for element in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        element.tail = "\n" + (element.tail or "")
        if element.tag != "br":
            element.text = "\n" + (element.text or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n\n".join(line for line in lines if line)


def _words(value: Any) -> str | None:  # noqa: ANN401
    return " ".join(value.split()) or None if isinstance(value, str) else None
