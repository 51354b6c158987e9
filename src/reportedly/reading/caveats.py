"""Sentences in which an outlet limits what it stands for ("could not independently verify")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model import Evidence, Span, take_evidence
from reportedly.text import sentence_spans
from reportedly.vocabulary.outlets import find_outlets

_NOT_ABLE = (
    r"\b(?:can(?:no|['’])t|cannot|can not|could(?:n['’]t| not)|(?:was|were|is|are) (?:not able|unable) to"
    r"|(?:has|have)(?:n['’]t| not)(?: yet)? been able to|(?:has|have) been unable to"
    r"|(?:was|is) not (?:immediately )?possible to|unable to)"
)
_CAVEAT = re.compile(
    rf"{_NOT_ABLE}(?:\s\w+){{0,3}}?\s(?:verify|verified|corroborate|corroborated|authenticate)\b"
    rf"|{_NOT_ABLE}(?:\s\w+){{0,3}}?\s(?:independently|immediately)(?:\s\w+){{0,2}}?\sconfirm(?:ed)?\b"
    r"|\b(?:not|never)\s(?:yet\s)?(?:been\s)?(?:independently|immediately)\s(?:been\s)?(?:verified|confirmed)"
    r"|\bno independent (?:confirmation|verification)\b"
    r"|\baccording to (?:unconfirmed|unverified)\b"
    r"|\bn['’](?:a|ont) pas pu (?:être )?(?:\w+ ){0,2}?(?:vérifi|confirm)"
    r"|\bnicht unabhängig (?:\w+ ){0,2}?(?:überprüf|bestätig|verifizier)"
    r"|\bno (?:ha|han|pudo|pudieron) (?:podido )?(?:ser )?(?:\w+ ){0,2}?(?:verific|confirm)"
    r"|\bnon (?:ha|è stato) (?:potuto|possibile) (?:\w+ ){0,2}?(?:verific|conferm)"
    r"|не (?:може|могла?|удалось|вдалося|можемо|может) (?:\w+ ){0,3}?(?:перевірити|підтвердити|проверить|подтвердить)"
    r"|nie (?:może|mogła?|był\w* w stanie|udało się) (?:\w+ ){0,3}?(?:zweryfikować|potwierdzić)",
    re.IGNORECASE,
)
# "Confirm" alone is a caveat only where the outlet itself, or "we", is who cannot.
_CONFIRM = re.compile(rf"{_NOT_ABLE}\sconfirm\b", re.IGNORECASE)
_OURSELVES = re.compile(
    r"\b(?:we|the (?:newspaper|agency|outlet|news agency|broadcaster))\s*$", re.IGNORECASE
)
# What every form above holds: looked for first, since it is rare and quick to find.
_WORD = re.compile(
    r"v[eé]rif|corrobor|authentic|confirm|conferm|überprüf|bestätig|перевір|підтверд|провер|подтверд"
    r"|zweryf|potwierdz",
    re.IGNORECASE,
)
_REACH = 100
_WINDOW = 4_000
"""Characters read around a hit; a longer line is no paragraph of a report."""


def find_caveats(text: str) -> tuple[Evidence, ...]:
    """Returns the sentences of a text that limit what the outlet stands for."""
    found: list[Evidence] = []
    done = 0
    for position in sorted(_hits(text)):
        if position < done:
            continue
        span = _sentence_around(text, position)
        done = span.end
        found.append(take_evidence(text, span))
    return tuple(found)


def _hits(text: str) -> Iterator[int]:
    for word in _WORD.finditer(text):
        start, end = max(0, word.start() - _REACH), word.end() + _REACH // 2
        if (match := _CAVEAT.search(text, start, end)) or (
            (match := _CONFIRM.search(text, start, end)) and _is_outlet(text, match.start())
        ):
            yield match.start()


def _is_outlet(text: str, position: int) -> bool:
    before = text[max(0, position - 60) : position]
    named = find_outlets(before)
    return bool(_OURSELVES.search(before) or (named and not before[named[-1].span.end :].strip()))


def _sentence_around(text: str, position: int) -> Span:
    start = max(text.rfind("\n", 0, position) + 1, position - _WINDOW)
    line_end = text.find("\n", position)
    end = min(line_end if line_end >= 0 else len(text), position + _WINDOW)
    for left, right in sentence_spans(text[start:end]):
        if start + left <= position < start + right:
            return Span(start + left, start + right)
    return Span(start, end)
