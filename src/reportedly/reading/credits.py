"""Whom a report credits: "Source:" lines, datelines, headline prefixes, "reports X", "told X", "citing X".

Who said what through whom is the business of `resolving`; here only the bodies are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.model import Credit, Span
from reportedly.vocabulary.outlets import find_outlets, outlet_named

_SOURCE = re.compile(
    r"^(?:Sources?|Quelle|Fuente|Fonte|Источник|Джерело|Źródło):\s*(?P<names>.{2,160})$",
    re.MULTILINE,
)
_PREFIX = re.compile(r"^(?P<name>[^:]{2,50}):\s")
_SUFFIX = re.compile(
    r"\s[-–—|]\s(?P<name>[^-–—|]{2,50})$|,\s(?P<said>[^,]{2,50})\s(?:says|reports|said)$"
)
_INLINE = re.compile(
    r"^[A-ZÀ-Þ][^\n()]{1,60}?\((?P<name>[^()\n]{2,40})\)\s?[-–—]|^\((?P<bare>[A-Z][\w -]{1,30})\)\s?[-–—]",
    re.MULTILINE,
)
_SIGNED = re.compile(r"^\((?P<name>[A-Z][\w/ -]{1,40})\)$", re.MULTILINE)
_BEFORE = re.compile(
    r"(?:\b(?:told|tells|citing|cites?|cited|according to|reports?|reported by|quoted by|quoting"
    r"|quotes|published (?:by|in|on)|by|as|via|from|interview with|to|with|for|in|seen by"
    r"|obtained by|statement to|said|says|per|on|agency|newspaper|outlet|broadcaster|channel|daily"
    r"|website|portal|magazine|tank|report of|assessment of|analysts at|experts at|laut|selon"
    r"|source|rapporté|rapporte|d['’]après|citant|zufolge|berichtete|según|informó|secondo|według|podaje"
    r"|повідомляє|повідомив|сообщает|передает|пише|пишет)\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,3}?[\"“«]?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[\"”»]?(?:\s\([A-Z]{2,8}\))?(?:['’]s?\b)?,?\s+"
    r"(?:\w+ly\s+|also\s+|has\s+|had\s+|have\s+)?"
    r"(?:report|said|say|says|told|wrote|writes|writing|note|notes|noted|add|adds|added|cite|cites"
    r"|cited|quot|publish|reveal|warn|assess|conclud|summar|state|stated|states|claim|claims"
    r"|learned|recall|inform|announc|estimat|believ|observ|analys|expert|journalist|correspondent"
    r"|newspaper|news agency|news site|poll|survey|study|data|figures|map"
    r"|a rapporté|rapporte|berichte|zufolge|meldet|informó|riferisce|повідомляє|сообщает|podaje)",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:told|citing|according to|reported by|published by|quoted by|quoting|first reported by"
    r"|obtained by|seen by|interview with|report (?:by|in|of)|laut|selon)"
    r"\s+(?:the\s+|a\s+)?(?:\w+\s+(?:agency|newspaper|broadcaster|daily|website|outlet)\s+)?[\"“«]?$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^[\"”»]?(?:\s\([A-Z]{2,8}\))?,?\s+(?:\w+ly\s+|also\s+|has\s+|had\s+|which first\s+)?"
    r"(?:reported|reports|said|says|wrote|writes|notes|noted|adds|added|cited|quoted|revealed|warned"
    r"|assessed|concluded|estimates|estimated|claimed|learned)\b",
    re.IGNORECASE,
)
_CAPITAL = r"(?<![\w.&’'-])(?:[A-ZÀ-Þ][\w’'&-]{0,24}\s)"
_PRESS = re.compile(
    _CAPITAL
    + r"{1,4}?(?:Times|Post|Tribune|Herald|Gazette|Daily|News Agency|News|Telegraph|Journal"
    r"|Courier|Observer|Chronicle|Press Agency|Press|Wire|Radio|Television|TV|Broadcasting|Standard"
    r"|Register|Dispatch|Bulletin|Sentinel)\b(?!\s[A-Z])"
)
_TANK = re.compile(
    _CAPITAL + r"{0,4}?(?:Institute|Centre|Center|Foundation|Observatory)\b"
    r"(?:\s(?:for|of|on)(?:\sthe)?(?:\s(?:and\s)?[A-Z][\w’'-]{0,24}){1,5})?"
)
_ABBREVIATED = re.compile(
    r"(?P<name>\b[A-Z][\w’'&-]{0,24}(?:\s(?:(?:for|of|on|and|the)\s){0,3}[A-Z][\w’'&-]{0,24}){1,8})"
    r"\s\((?P<short>[A-Z][A-Z&-]{1,7})\)"
)
_AGENCY = re.compile(r"\b(?:[Aa]gency|[Nn]ews [Aa]gency|wire)\b")


def find_credits(title: str, text: str, outlet: str | None) -> tuple[Credit, ...]:
    """Returns the bodies a report credits, each once, in the order of the text, headline first.

    The outlet itself is none of them, however often its page names it.
    """
    found: dict[str, Credit] = {}
    for credit in (*_of_title(title), *sorted(_of_text(text), key=_place)):
        if not _same(credit.name, outlet):
            found.setdefault(_bare(credit.name), credit)
    return tuple(found.values())


def _place(credit: Credit) -> int:
    return credit.span.start if credit.span else 0


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def _same(name: str, outlet: str | None) -> bool:
    return outlet is not None and _bare(name) == _bare(outlet)


def _of_title(title: str) -> Iterator[Credit]:
    for pattern in (_PREFIX, _SUFFIX):
        match = pattern.search(title)
        words = next((group for group in match.groups() if group), "") if match else ""
        if known := outlet_named(words):
            yield Credit(known.name, known.kind, "title")
        elif words and (press := press_kind(words)):
            yield Credit(words, press, "title")


def press_kind(words: str) -> str | None:
    """Returns the kind of body that a whole name is formed like ("Bay Dispatch"), None if like none."""
    if _PRESS.fullmatch(words):
        return "agency" if _AGENCY.search(words) else "outlet"
    return "think tank" if _TANK.fullmatch(words) else None


def _of_text(text: str) -> Iterator[Credit]:
    yield from _of_source_lines(text)
    for match in (*_INLINE.finditer(text), *_SIGNED.finditer(text)):
        group = "name" if match["name"] else "bare"
        for name in re.split(r"[/,]", match[group]):
            if body := publisher_named(name):
                yield Credit(*body, "dateline", Span(*match.span(group)))
    short = abbreviations(text)
    for span, name, kind, listed in sorted((*_mentions(text), *_shortened(text, short))):
        if _is_credited(text, span, listed=listed):
            yield Credit(short.get(name, name), kind, "in text", span)


def abbreviations(text: str) -> dict[str, str]:
    """Returns the abbreviations that a text gives to bodies formed like a think tank ("... (IBS)"), with the names."""
    found: dict[str, str] = {}
    for match in _ABBREVIATED.finditer(text):
        body = re.search(_TANK.pattern + r"\Z", match["name"])
        name = body[0] if body else ""
        if match["short"][0] == name[:1] and not outlet_named(name):
            found.setdefault(match["short"], name)
    return found


def _shortened(text: str, short: dict[str, str]) -> Iterator[tuple[Span, str, str, bool]]:
    for word in short:
        for match in re.finditer(rf"\b{re.escape(word)}\b", text):
            yield Span(*match.span()), word, "think tank", False


def _of_source_lines(text: str) -> Iterator[Credit]:
    for match in _SOURCE.finditer(text):
        for part in re.finditer(r"[^,;]+", match["names"]):
            words = part[0].strip()
            start = match.start("names") + part.start() + part[0].index(words) if words else 0
            plain = re.sub(r"\s*\([^()]*\)$", "", words)
            if body := publisher_named(words) or publisher_named(plain):
                yield Credit(*body, "source line", Span(start, start + len(words)))
            elif words[:1].isupper() and len(words.split()) <= 10:
                yield Credit(plain or words, "body", "source line", Span(start, start + len(words)))


def _mentions(text: str) -> Iterable[tuple[Span, str, str, bool]]:
    listed = find_outlets(text)
    for mention in listed:
        yield mention.span, mention.name, mention.kind, True
    taken = {position for mention in listed for position in range(*mention.span)}
    for pattern, kind in ((_PRESS, "outlet"), (_TANK, "think tank")):
        for match in pattern.finditer(text):
            if match.start() not in taken and match.end() - 1 not in taken:
                name = match[0].removeprefix("The ")
                start = match.end() - len(name)
                sort = "agency" if _AGENCY.search(name) else kind
                yield Span(start, match.end()), name, sort, False


def _is_credited(text: str, span: Span, *, listed: bool) -> bool:
    # A name that no list vouches for needs the stricter sign.
    if (_AFTER if listed else _SAYS).match(text[span.end : span.end + 50]):
        return True
    line = text.rfind("\n", max(0, span.start - 60), span.start) + 1
    before = text[max(line, span.start - 60, 0) : span.start]
    return bool((_BEFORE if listed else _CITES).search(before))


def agency_of_dateline(text: str) -> str | None:
    """Returns the agency whose dateline opens the text ("PORT ANSEL (Reuters) -"), None if none does."""
    match = _INLINE.match(text)
    body = publisher_named(match["name"] or match["bare"]) if match else None
    return body[0] if body else None


def publisher_named(words: str) -> tuple[str, str] | None:
    """Returns name and kind of the body that words name in full, by the list or by the form of the name."""
    if known := outlet_named(words):
        return known.name, known.kind
    plain = re.sub(r"^[Tt]he\s+", "", words.strip())
    kind = press_kind(plain)
    return (plain, kind) if kind else None
