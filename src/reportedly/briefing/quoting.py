"""Quotations: cutting them out of a report, and refusing to print what does not stand there.

Here lives the promise that words between quotation marks are verbatim. `take_quote` cuts,
`check_quote` is called again by every renderer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.briefing.records import Piece, Quote
from reportedly.errors import NotVerbatim
from reportedly.model import Evidence, Report, Span, Statement
from reportedly.text import sentence_spans, trim

JOINT = " … "
"""What joins the fragments of a statement's text."""

SHORT = 240
"""Characters of a quotation in running text."""

_EDGES = " \t\n\r,;:–—-•"
_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "'": "'"}
_INITIAL = re.compile(r"\b\w\.$")


def quote_statement(report: Report, statement: Statement, limit: int = SHORT) -> Quote:
    """Returns the words of a statement as a quotation, cut at a word after so many characters.

    Raises:
        NotVerbatim: the statement's evidence or its words do not stand in the report at that place.
    """
    check_evidence(report, statement.evidence)
    pieces: list[Piece] = []
    start, end = statement.evidence.span
    for fragment in filter(None, map(str.strip, statement.text.split(JOINT.strip()))):
        found = _find(report.text, fragment, start, end)
        if found is None:
            raise _not_verbatim(report, fragment)
        pieces.append(_piece(report, found))
        start = found.end
    return _shortened(report, pieces or [_piece(report, statement.evidence.span)], limit)


def quote_evidence(report: Report, evidence: Evidence, limit: int = SHORT) -> Quote:
    """Returns the words of an evidence as a quotation.

    Raises:
        NotVerbatim: the words do not stand in the report at that place.
    """
    check_evidence(report, evidence)
    return _shortened(report, [_piece(report, evidence.span)], limit)


def quote_around(report: Report, evidence: Evidence, limit: int = 2 * SHORT) -> Quote:
    """Returns the sentence that holds an evidence, so that a bare number can be understood.

    Raises:
        NotVerbatim: the words do not stand in the report at that place.
    """
    check_evidence(report, evidence)
    start = report.text.rfind("\n", 0, evidence.start) + 1
    end = report.text.find("\n", evidence.end)
    line = report.text[start : end if end >= 0 else len(report.text)]
    met = [
        span
        for left, right in sentence_spans(line)
        if (span := Span(start + left, start + right)).meets(evidence.span)
    ]
    whole = Span(met[0].start, met[-1].end) if met else evidence.span
    if whole.end - whole.start > limit or not whole.holds(evidence.span):
        whole = evidence.span
    return _shortened(report, [_piece(report, whole)], limit)


def check_evidence(report: Report, evidence: Evidence) -> None:
    """Makes sure that the words of an evidence stand in the report at that place.

    Raises:
        NotVerbatim: they do not.
    """
    if not evidence.exact or evidence.span.of(report.text) != evidence.exact:
        raise _not_verbatim(report, evidence.exact)


def check_quote(quote: Quote, reports: Mapping[str, Report]) -> None:
    """Makes sure that each piece of a quotation stands in its report at its place.

    Raises:
        NotVerbatim: a piece does not, or its report is not at hand.
    """
    report = reports.get(quote.report)
    if report is None:
        raise NotVerbatim(
            "words of a report at hand", quote.shown, "Add the report again.", quote.report
        )
    for piece in quote.pieces:
        if not piece.exact or report.text[piece.start : piece.end] != piece.exact:
            raise _not_verbatim(report, piece.exact)
    if not quote.pieces:
        raise _not_verbatim(report, "")


def _not_verbatim(report: Report, words: str) -> NotVerbatim:
    return NotVerbatim(
        "words that stand in the report at that place",
        repr(words[:80]),
        "Read the report into the ledger again.",
        report.title or report.origin_file,
    )


def _find(text: str, fragment: str, start: int, end: int) -> Span | None:
    """Returns where a fragment stands, however its white space was joined."""
    place = text.find(fragment, start, end)
    if place >= 0:
        return Span(place, place + len(fragment))
    pattern = re.compile(r"\s+".join(map(re.escape, fragment.split())))
    match = pattern.search(text, start, end)
    return Span(*match.span()) if match else None


def _piece(report: Report, span: Span) -> Piece:
    tidy = _tidy(report.text, span)
    if tidy.start >= tidy.end:
        tidy = trim(report.text, span)
    return Piece(tidy.start, tidy.end, tidy.of(report.text))


def _tidy(text: str, span: Span) -> Span:
    """Returns the stretch without a pair of quotation marks around it and stray signs at its ends."""
    start, end = span
    while start < end:
        words = text[start:end]
        if words[0] in _EDGES or (words[0] in _PAIRS and _lone_open(words)):
            start += 1
        elif words[-1] in _EDGES or _ends_stray(words):
            end -= 1
        elif _PAIRS.get(words[0]) == words[-1] and len(words) > 1:
            start, end = start + 1, end - 1
        else:
            break
    return _closed(text, Span(start, end))


def _closed(text: str, span: Span) -> Span:
    """Returns the stretch with the quotation mark beside it that one inside it belongs to."""
    start, end = span
    for left, right in (("“", "”"), ("«", "»"), ("‘", "’")):
        opened, closed = text.count(left, start, end), text.count(right, start, end)
        if closed > opened and text[start - 1 : start] == left:
            start -= 1
        elif opened > closed and text[end : end + 1] == right:
            end += 1
    return Span(start, end)


def _ends_stray(words: str) -> bool:
    """Says whether the words end with a full stop that is no initial's, or a mark that closes nothing."""
    if words[-1] == ".":
        return not words.endswith("..") and not _INITIAL.search(words)
    return words[-1] in _PAIRS.values() and _lone_close(words)


def _lone_open(words: str) -> bool:
    close = _PAIRS[words[0]]
    return close not in words[1:]


def _lone_close(words: str) -> bool:
    last = words[-1]
    if last in "’'" and words[-2:-1].isalpha() and "‘" not in words:
        return False
    opens = [left for left, right in _PAIRS.items() if right == last]
    return not any(left in words[:-1] for left in opens)


def _shortened(report: Report, pieces: list[Piece], limit: int) -> Quote:
    """Cuts after the last whole word within the limit; the first piece always keeps some words."""
    kept: list[Piece] = []
    left = limit
    for piece in pieces:
        if left < 20 and kept:
            return Quote(report.id, tuple(kept), cut=True)
        length = piece.end - piece.start
        if length > left:
            kept.append(_cut(piece, left))
            return Quote(report.id, tuple(kept), cut=True)
        kept.append(piece)
        left -= length
    return Quote(report.id, tuple(kept))


def _cut(piece: Piece, limit: int) -> Piece:
    whole = re.match(r"(.+?)[\s,;:–—(“\"‘]+\S*$", piece.exact[: limit + 1], re.DOTALL)
    words = whole[1] if whole else piece.exact[:limit]
    return Piece(piece.start, piece.start + len(words), words)
