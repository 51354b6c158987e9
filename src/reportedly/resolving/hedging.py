"""Who says how sure: estimative words of the speaker inside what is said, of the outlet around the cue.

"Holm said that Varonia may leave" is Holm's hedge, "Holm reportedly said" the outlet's; where one source tells of
another, the words around the inner cue are the teller's. Confidence is the speaker's wherever it stands ("assesses with
high confidence"). Which words are estimative is for `vocabulary.likelihood`, whose statement it is for `statements`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportedly.model import (
    Attribution,
    Hedge,
    HedgeKind,
    Hedger,
    Likelihood,
    Proposition,
    Span,
    take_evidence,
)
from reportedly.text import sentence_spans
from reportedly.vocabulary.likelihood import find_hedges

AROUND = 40
"""Characters before and after a cue in which a word may belong to it ("has, according to reports, reportedly said")."""
OPENING = 30
"""Characters in which an adverb may open a sentence ("Reportedly, the minister told ...")."""
_LONGEST = 4_000
"""Characters of a line in which a sentence is looked for; a longer line is no paragraph of a report."""
_BREAK = re.compile(
    r"[;:—–]|\s[,-]\s|,?\s(?:but|while|whereas|although|though|so that|because|unless|if)\s|,\s(?:and|which|who)\s"
    r"|\sand\s(?=(?:may|might|could|will|would|can|has|have|is|are|was|were)\b)",
    re.IGNORECASE,
)

_GIVEN = re.compile(
    r"\b(?:the|these|those|its|their|his|her)\s(?:(?:last|remaining|other|first|same|full)\s)?$",
    re.IGNORECASE,
)


def likelihood_around(hedges: Sequence[Hedge]) -> Likelihood | None:
    """Returns the likelihood that somebody gives around what is said ("is very likely to reject"), None if none."""
    found = (h for h in hedges if h.kind is HedgeKind.LIKELIHOOD and h.by is not Hedger.SPEAKER)
    first = next(found, None)
    return Likelihood(first.evidence.exact, first.low or 0.0, first.high or 0.0) if first else None


class Hedges:
    """Finds the estimative words on the statements of one report; ask it for each of them."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._text = text
        self._by_id: Mapping[str, Attribution] = {one.id: one for one in attributions}

    def of(
        self, one: Proposition, attribution: Attribution | None, voice: Hedger
    ) -> tuple[Hedge, ...]:
        """Returns the estimative words on a proposition, in the order of the text.

        Args:
            one: what is said.
            attribution: in which it is said, None where the report says it in its own voice.
            voice: who says it where nobody is attributed to.
        """
        if attribution is None:
            return self._ordered(self._inside(one, None, voice))
        found = [*self._inside(one, attribution, Hedger.SPEAKER)]
        each: Attribution | None = attribution
        while each is not None:
            found += self._around(each, own=each is attribution)
            each = self._by_id.get(each.parent or "")
        return self._ordered(found)

    def of_clause(self, inner: Span, by: Hedger) -> tuple[Hedge, ...]:
        """Returns the estimative words in the clause that some words stand in; none on what is taken as given.

        In "may take the eight percent that remain" the taking is open, not the share. Brackets are clauses.
        """
        before = self._text[max(0, inner.start - AROUND) : inner.start]
        if _GIVEN.search(before):
            return ()
        clause = clause_around(self._text, inner)
        opening = self._text.rfind("(", clause.start, inner.start)
        if opening >= 0 and ")" not in self._text[opening : inner.start]:
            clause = Span(opening, max(inner.end, self._text.find(")", inner.end, clause.end)))
        return self._ordered(self._found(clause, by))

    def _inside(
        self, one: Proposition, attribution: Attribution | None, by: Hedger
    ) -> Iterator[Hedge]:
        """Yields the words in the clause of a proposition, as far as it is said by the same voice."""
        contents = attribution.content if attribution else (one.span,)
        inner = [s for s in (one.span, one.cue) if s and any(c.meets(s) for c in contents)]
        reach = Span(min(s.start for s in inner), max(s.end for s in inner)) if inner else one.span
        clause = clause_around(self._text, reach)
        parts = [clause] if attribution is None else [_common(clause, c) for c in contents]
        roles = [] if attribution is None else [*attribution.cue, *attribution.source]
        for part in parts:
            for hedge in self._found(part, by):
                if not any(role.holds(hedge.evidence.span) for role in roles):
                    yield hedge

    def _around(self, attribution: Attribution, *, own: bool) -> Iterator[Hedge]:
        """Yields the words around a cue: the outlet's, or of who tells of it; confidence is the speaker's own."""
        by = Hedger.OUTLET if attribution.parent is None else Hedger.TELLER
        for stretch in self._stretches(attribution):
            for hedge in self._found(stretch, by):
                if hedge.kind is not HedgeKind.CONFIDENCE:
                    yield hedge
                elif own:
                    yield Hedge(
                        hedge.kind,
                        Hedger.SPEAKER,
                        hedge.term,
                        hedge.low,
                        hedge.high,
                        hedge.evidence,
                    )

    def _stretches(self, attribution: Attribution) -> Iterator[Span]:
        """Yields each cue with what stands between it and the other roles, and what opens its sentence."""
        others = sorted((*attribution.source, *attribution.content))
        for cue in attribution.cue:
            sentence = sentence_around(self._text, cue)
            start = max(
                (s.end for s in others if s.end <= cue.start),
                default=sentence.start,
            )
            end = min((s.start for s in others if s.start >= cue.end), default=sentence.end)
            first = max(start, sentence.start, cue.start - AROUND)
            yield Span(first, max(cue.end, min(end, sentence.end, cue.end + AROUND)))
            opening = min((s.start for s in others if s.start >= sentence.start), default=first)
            if sentence.start < opening <= min(sentence.start + OPENING, first):
                yield Span(sentence.start, opening)

    def _found(self, span: Span, by: Hedger) -> Iterator[Hedge]:
        if span.start >= span.end:
            return
        for found, wording in find_hedges(span.of(self._text)):
            where = Span(span.start + found.start, span.start + found.end)
            sure = wording.kind is HedgeKind.CONFIDENCE
            low, high = (None, None) if sure else (wording.low, wording.high)
            evidence = take_evidence(self._text, where)
            yield Hedge(wording.kind, by, wording.term, low, high, evidence)

    @staticmethod
    def _ordered(found: Iterator[Hedge] | Sequence[Hedge]) -> tuple[Hedge, ...]:
        """Returns each stretch once, whoever was found first to use it."""
        once: dict[tuple[int, int], Hedge] = {}
        for hedge in found:
            once.setdefault((hedge.evidence.start, hedge.evidence.end), hedge)
        return tuple(once[key] for key in sorted(once))


def _common(first: Span, second: Span) -> Span:
    start = max(first.start, second.start)
    return Span(start, max(start, min(first.end, second.end)))


def sentence_around(text: str, inner: Span) -> Span:
    """Returns the sentences that some words stand in."""
    start = max(text.rfind("\n", 0, inner.start) + 1, inner.start - _LONGEST)
    line = text.find("\n", inner.end)
    end = min(line if line >= 0 else len(text), inner.end + _LONGEST)
    parts = [
        (start + left, start + right)
        for left, right in sentence_spans(text[start:end])
        if start + left < inner.end and inner.start < start + right
    ]
    return Span(parts[0][0], parts[-1][1]) if parts else Span(start, end)


def clause_around(text: str, inner: Span) -> Span:
    """Returns the part of a sentence around some words, up to the next break on each side."""
    sentence = sentence_around(text, inner)
    start, end = sentence
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        if match.end() <= inner.start:
            start = match.end()
        elif match.start() >= inner.end:
            end = match.start()
            break
    return Span(min(start, inner.start), max(end, inner.end))
