"""Reads HTML pages: body by trafilatura, metadata by JSON-LD first, then by trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from lxml import etree, html
from trafilatura.meta import reset_caches
from trafilatura.settings import Document

from reportedly.model import PublishedBasis, Span
from reportedly.reading.aligning import align
from reportedly.reading.dates import read_date
from reportedly.reading.drafts import Draft
from reportedly.reading.furniture import fold
from reportedly.vocabulary.outlets import outlet_named, outlet_of_domain

RESET_AFTER = 200
"""Pages after which trafilatura's caches are emptied, or they grow without end in a long run."""

_calls = count(1)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page's own JSON-LD says; None where it does not."""

    title: str | None = None
    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def read_page(page: str) -> list[Draft]:
    """Returns the report of an HTML page, also of a truncated one; none if it has no body text."""
    if next(_calls) % RESET_AFTER == 0:
        reset_caches()
    tree = _parse(page)
    if tree is None:
        return []
    declared = read_json_ld(tree)
    found = trafilatura.bare_extraction(
        page, fast=True, include_comments=False, include_tables=True, with_metadata=True
    )
    if not isinstance(found, Document):
        return []
    title = _without_site(declared.title or found.title or "", found.sitename or declared.outlet)
    text, headings = _text_of(_blocks(found.body), title)
    if len(fuller := _article_blocks(tree)) > 2 and _length(fuller) > 2 * len(text):
        text, headings = _text_of(fuller, title)
    if not text:
        return []
    date = declared.published or (read_date(found.date) if found.date else None)
    return [
        Draft(
            text=text,
            title=" ".join(title.split()),
            offsets=align(text, page),
            headings=headings,
            outlet=_outlet(declared, found.sitename, found.url or declared.url),
            byline=declared.byline or found.author,
            published=date,
            basis=PublishedBasis.METADATA if date else PublishedBasis.NONE,
            url=declared.url or found.url,
            language=declared.language,
        )
    ]


def _parse(page: str) -> Any:  # noqa: ANN401  (lxml has no types)
    try:
        return html.fromstring(
            page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _text_of(blocks: Iterable[tuple[str, bool]], title: str) -> tuple[str, tuple[Span, ...]]:
    parts: list[str] = []
    headings: list[Span] = []
    length = 0
    for words, is_heading in blocks:
        if not parts and fold(words) == fold(title):
            continue
        if parts and parts[-1] == words:
            continue
        length += 2 if parts else 0
        if is_heading:
            headings.append(Span(length, length + len(words)))
        parts.append(words)
        length += len(words)
    return "\n\n".join(parts), tuple(headings)


def _blocks(body: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
    # Elements of running text; a block within a block is read once, as part of the outer one.
    for element in body.iter("p", "head", "item", "quote", "cell"):
        if any(
            parent.tag in {"p", "head", "item", "quote", "cell"}
            for parent in element.iterancestors()
        ):
            continue
        for words in re.split(r"\n+", _words_of(element)):
            if words := " ".join(words.split()):
                yield words, element.tag == "head"


def _article_blocks(tree: Any) -> list[tuple[str, bool]]:  # noqa: ANN401
    # The paragraphs of the page's largest <article>: what a live page has and trafilatura cuts short.
    found: list[tuple[str, bool]] = []
    for article in tree.xpath("//article"):
        nodes = article.xpath(
            ".//*[self::p or self::h2 or self::h3][not(ancestor::aside or ancestor::nav"
            " or ancestor::footer or ancestor::figure or ancestor::form)]"
        )
        texts = [(" ".join(node.text_content().split()), node.tag != "p") for node in nodes]
        blocks = [block for block in texts if block[0]]
        if _length(blocks) > max(_length(found), 1500):
            found = blocks
    return found


def _length(blocks: Iterable[tuple[str, bool]]) -> int:
    return sum(len(words) for words, is_heading in blocks if not is_heading)


def _words_of(element: Any) -> str:  # noqa: ANN401
    parts = [element.text or ""]
    for child in element:
        if child.tag in {"lb", "p", "item", "head", "quote"}:
            parts.append("\n")
        if isinstance(child.tag, str):
            parts.append(_words_of(child))
        if child.tag in {"p", "item", "head", "quote"}:
            parts.append("\n")
        parts.append(child.tail or "")
    return "".join(parts)


def _without_site(title: str, site: str | None) -> str:
    # "Headline - Site" is how page titles, not headlines, are written.
    head, mark, tail = re.sub(r"\s[|–—-]\s(?=[^|–—-]*$)", "\0", title).partition("\0")
    return head if mark and site and fold(tail) == fold(site) else title


def _outlet(declared: Metadata, sitename: str | None, url: str | None) -> str | None:
    host = _host_of(url) if url else None
    known = outlet_of_domain(host) if host else None
    if known:
        return known.name
    name = declared.outlet or sitename
    listed = outlet_named(name) if name else None
    return listed.name if listed else name


def _host_of(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:  # "http://[bad"
        return None


def read_json_ld(tree: Any) -> Metadata:  # noqa: ANN401
    """Returns the metadata of the first article that a page's JSON-LD describes."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            items = list(_items(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
        for item in items:
            if _is_article(item):
                return _metadata(item)
    return Metadata()


def _items(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if isinstance(data, list):
        for item in data:
            yield from _items(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), dict | list):
                yield from _items(data[key])


def _is_article(item: dict[str, Any]) -> bool:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(
        isinstance(name, str) and re.search(r"Article|Report|BlogPost|LiveBlog", name)
        for name in names
    )


def _metadata(item: dict[str, Any]) -> Metadata:
    date = item.get("datePublished") or item.get("dateCreated")
    language = item.get("inLanguage")
    return Metadata(
        title=_plain(item.get("headline")),
        published=read_date(date) if isinstance(date, str) else None,
        byline=", ".join(_names(item.get("author"))) or None,
        outlet=next(iter(_names(item.get("publisher"))), None),
        url=_plain(item.get("url")),
        language=language[:2].lower() if isinstance(language, str) and len(language) >= 2 else None,
    )


def _names(value: Any) -> list[str]:  # noqa: ANN401
    values = value if isinstance(value, list) else [value]
    names = [each.get("name") if isinstance(each, dict) else each for each in values]
    flat = [name for each in names for name in (each if isinstance(each, list) else [each])]
    return [" ".join(name.split()) for name in flat if isinstance(name, str) and name.strip()]


def _plain(value: Any) -> str | None:  # noqa: ANN401
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(unescape(value).split())
