"""Chooses which date of a sentence says when something was said, and which when a document came out.

Both are pure functions of stretches and time expressions; they find no dates themselves and fall back on nothing:
where the words do not tell, the answer is None and the caller decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model import Span, TimeExpression
from reportedly.model.dates import bounds

_NEAR = 80
"""Characters between a cue and its date beyond which they are not taken to belong together."""
_FRONT = re.compile(
    r"(?i)[\W_]*(?:(?:early|late|earlier|later|back|then|also|but|and|on|in|at|as|of|during|over|the)\W+){0,4}"
)
_BREAK = re.compile(
    r"(?i)[;:\n]|[.!?](?=\s+[A-Z])|\b(?:who|which|whose|where|after|before|since|until|because|although|while|whereas)\b"
)
_ARTICLE = re.compile(r"(?i)(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s)[ \u00a0]$")
_OCCASION = re.compile(
    r"(?i)[ \u00a0](?:\w+[ \u00a0]){0,2}(?:meetings?|interviews?|speech|statements?|letters?|address|posts?|tweets?"
    r"|briefings?|calls?|conversations?|articles?|reports?|messages?|talks?|conference|memorandum)\b"
)
_BEFORE_NOW = re.compile(r"(?i)\b(?:previously|earlier|in the past)\b")
_INTRODUCING = re.compile(
    r"(?im)^[^\n]{0,200}\b(?:quot(?:e|ed|es|ing)|takeaways|according to|statement|assessment|report|summary|said|wrote|"
    r"following|excerpts?)\b[^\n]{0,200}:[ \t]*$"
)
_RELEASED = re.compile(
    r"(?i)\b(?:publish|releas|issu|unveil|post|leak|air|broadcast|print)(?:ed|es|s|ing)?\b[^.;:\n]{0,60}$"
)


def said_date(
    text: str,
    *,
    cue: Sequence[Span],
    content: Sequence[Span],
    sentence: Span,
    dates: Sequence[TimeExpression],
    published: str | None,
) -> str | None:
    """Returns when the content of an attribution was said, in EDTF, as far as the words around its cue tell.

    A date that modifies the cue stands in the cue's sentence, outside the content, near the cue in the same clause
    or at the very front. "Previously" and "earlier" give an interval that ends at publication.

    Args:
        text: the words of the report.
        cue: stretches of the cue; without one there is no date.
        content: stretches of the content.
        sentence: the sentence the cue stands in.
        dates: what `find_dates` found in the text.
        published: when the report was published, in EDTF.
    """
    if not cue:
        return None
    heart = Span(cue[0].start, cue[-1].end)
    near = [
        found
        for found in dates
        if sentence.holds(found.span)
        and _may_date(found)
        and not is_attributive(text, found.span)
        and not _is_later(found.edtf, published)
    ]
    said = [_without_opening_date(text, part, near) for part in content]
    ranked = [
        (rank, found.span.start, found)
        for found in near
        if (rank := _rank(text, found.span, heart, sentence, said)) is not None
    ]
    if ranked:
        return _until(published, min(ranked, key=lambda entry: entry[:2])[2].edtf)
    return _before_publication(text, heart, sentence, said, published)


def introduced(text: str, dates: Sequence[TimeExpression]) -> tuple[tuple[Span, str], ...]:
    """Returns stretches that a dated line introduces ("To quote the ministry's summary of 4 May:"), with its date.

    Such a stretch goes from the line's colon to the next line that ends in a colon, or to the end of the text.
    """
    lines = [found.span() for found in _INTRODUCING.finditer(text)]
    ends = [*(start for start, _ in lines[1:]), len(text)][: len(lines)]
    return tuple(
        (Span(line[1], end), dated.edtf)
        for line, end in zip(lines, ends, strict=True)
        for dated in [d for d in dates if Span(*line).holds(d.span)][:1]
        if dated.edtf is not None and _may_date(dated)
    )


def release_date(text: str, span: Span, dates: Sequence[TimeExpression]) -> str | None:
    """Returns when a stretch says that a document was published ("published by TASS on 2 June"), in EDTF."""
    for found in dates:
        if (
            span.holds(found.span)
            and _may_date(found)
            and _RELEASED.search(text[span.start : found.span.start])
        ):
            return found.edtf
    return None


def _may_date(found: TimeExpression) -> bool:
    """Says whether an expression can date a saying: a date or time not vaguer than a season, and no whole year."""
    if is_whole_year(found.edtf):
        return False
    if found.timex_type not in {"DATE", "TIME"} or found.relation != "at":
        return False
    return not found.timex_value.endswith("_REF") and "X" not in (found.edtf or "")


def is_whole_year(edtf: str | None) -> bool:
    """Says whether a date is a year and no part of one."""
    return bool(re.fullmatch(r"-?\d{1,4}[~?%]?", edtf or ""))


def is_attributive(text: str, span: Span) -> bool:
    """Says whether a date tells which thing is meant ("the 2016 election") and not when something was said."""
    if not _ARTICLE.search(text[max(0, span.start - 8) : span.start]):
        return False
    return not _OCCASION.match(text, span.end)


def _is_later(edtf: str | None, published: str | None) -> bool:
    """Says whether a date lies wholly after publication, when nothing can have been said yet."""
    if edtf is None or published is None:
        return False
    first, last = bounds(edtf)[0], bounds(published)[1]
    return first is not None and last is not None and first > last


def _until(published: str | None, edtf: str | None) -> str | None:
    """Cuts a date that reaches beyond publication, such as "this week": nothing is said later than printed."""
    if edtf is None or published is None:
        return edtf
    (first, last), (_, end) = bounds(edtf), bounds(published)
    if first is None or last is None or end is None or last <= end:
        return edtf
    return end.isoformat() if first == end else f"{first.isoformat()}/{end.isoformat()}"


def _without_opening_date(text: str, content: Span, dates: Sequence[TimeExpression]) -> Span:
    """Cuts "on 2 June" off a content that reads "on 2 June that ..."; it belongs to the cue."""
    for found in dates:
        opens = content.holds(found.span) and _FRONT.fullmatch(
            text, content.start, found.span.start
        )
        if opens and re.match(r"\s+that\b", text[found.span.end : found.span.end + 8]):
            return Span(found.span.end, content.end)
    return content


def _rank(text: str, span: Span, cue: Span, sentence: Span, content: Sequence[Span]) -> int | None:
    """Returns how far a date is from the cue, None if it does not belong to it; a fronted one comes last."""
    if any(part.meets(span) for part in content):
        return None
    left, right = (cue.end, span.start) if cue.end <= span.start else (span.end, cue.start)
    if right < left:
        return 0
    if any(part.start < right and left < part.end for part in content):
        return None
    if right == cue.start:
        clause = re.split(r"[,:;]\s", text[sentence.start : span.start])[-1]
        if _BREAK.search(clause):
            return None
    if right - left <= _NEAR and not _BREAK.search(text[left:right]):
        return right - left
    fronted = span.end <= cue.start and _FRONT.fullmatch(text, sentence.start, span.start)
    return _NEAR + 1 if fronted else None


def _before_publication(
    text: str, cue: Span, sentence: Span, content: Sequence[Span], published: str | None
) -> str | None:
    if published is None:
        return None
    for match in _BEFORE_NOW.finditer(text, sentence.start, sentence.end):
        word = Span(*match.span())
        gap = text[cue.end : word.start] if cue.end <= word.start else text[word.end : cue.start]
        apart = (
            len(gap) > _NEAR // 2 or _BREAK.search(gap) or any(part.meets(word) for part in content)
        )
        followed = re.match(r"\s+(?:than|this|that|in)\b", text[word.end : word.end + 8])
        if not apart and not followed:
            end = bounds(published)[1]
            return f"../{end.isoformat()}" if end else None
    return None
