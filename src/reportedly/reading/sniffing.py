"""Which format a decoded file is in: by its content first, by its name only to explain a failure."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from reportedly.errors import UnreadableInput

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|head|body|meta|article|span|a|h[1-6]|br|ul|li)\b[^<>]{0,300}>", re.IGNORECASE
)
_FEED_SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
_HEAD = 20_000


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    HTML = "HTML"
    FEED = "feed"
    ROWS = "JSON lines"


def sniff(text: str, name: str) -> Format:
    """Returns the format of a decoded file.

    Raises:
        UnreadableInput: the name promises a feed and the content is no XML.
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("{") and _is_row(text):
        return Format.ROWS
    if head.startswith("<"):
        if _HTML.search(head[:2000]):
            return Format.HTML
        if _FEED.search(head):
            return Format.FEED
    if _HTML.match(head) or len(_TAG.findall(head)) >= 6:
        return Format.HTML
    if name.lower().endswith(_FEED_SUFFIXES):
        came = "XML of another kind" if head.startswith("<?xml") else "text that is no XML"
        raise UnreadableInput("an RSS or Atom feed", came, "Check the address or the name.", name)
    return Format.TEXT


def _is_row(text: str) -> bool:
    line = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0]
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(row.get("text"), str)
