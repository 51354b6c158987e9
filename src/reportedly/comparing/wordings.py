"""The words around a figure, in its own sentence: what tells of what it is a figure, and of what a sum or a share is.

Knows texts and offsets only; what the words mean is read in `measurands_counts`, `measurands_money` and the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Figure, Report, Span
from reportedly.text import sentence_spans

_GLUED = re.compile(r"(?<=[a-z\d\]”\"])[.!?](?=[A-Z][a-z])")
"""An end of a sentence without a space, as in texts put together from the paragraphs of a page."""

LONGEST = 1_000
"""Characters kept on each side of a figure; a sentence that goes on is a table or a list without full stops."""

Place = tuple[str, int]
"""A report and where a sentence begins in it; sentences of unknown texts are places of their own."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A figure between the words of its sentence."""

    figure: Figure
    # Words of the sentence before the figure; its hedge belongs to the figure.
    before: str
    # Words of the sentence after it.
    after: str
    # What two figures of one sentence have in common.
    sentence: Place

    @property
    def words(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.figure.evidence.exact}{self.after}"

    @property
    def after_noun(self) -> str:
        """The words after what is counted ("soldiers")."""
        entity = self.figure.measured_entity or ""
        start = self.after.find(entity) if entity else -1
        near = -1 < start <= 24
        return self.after[start + len(entity) :] if near else self.after


def wordings_of(figures: Iterable[Figure], reports: Iterable[Report] = ()) -> dict[str, Wording]:
    """Returns the words around each figure by its id; without the report those that its evidence keeps."""
    texts = {report.id: report.text for report in reports}
    sentences: dict[str, Sequence[Span]] = {}
    found: dict[str, Wording] = {}
    for figure in figures:
        text = texts.get(figure.report, "")
        evidence = figure.evidence
        if text[evidence.start : evidence.end] != evidence.exact:
            found[figure.id] = _kept(figure)
            continue
        spans = sentences.get(figure.report)
        if spans is None:
            spans = sentences[figure.report] = list(_sentences(text))
        span = next((s for s in spans if s.start <= evidence.start < s.end), None)
        found[figure.id] = _kept(figure) if span is None else _of_text(figure, text, span)
    return found


def _sentences(text: str) -> Iterable[Span]:
    for span in sentence_spans(text):
        start = span.start
        for match in _GLUED.finditer(text, span.start, span.end):
            yield Span(start, match.end())
            start = match.end()
        yield Span(start, span.end)


def _of_text(figure: Figure, text: str, span: Span) -> Wording:
    evidence = figure.evidence
    end = max(span.end, evidence.end)
    before = text[max(span.start, evidence.start - LONGEST) : evidence.start]
    after = text[evidence.end : min(end, evidence.end + LONGEST)]
    return Wording(figure, before, after, (figure.report, span.start))


def _kept(figure: Figure) -> Wording:
    evidence = figure.evidence
    return Wording(figure, evidence.prefix, evidence.suffix, (figure.id, evidence.start))


def by_sentence(wordings: Iterable[Wording]) -> list[list[Wording]]:
    """Groups figures by sentence, in the order of the text."""
    groups: dict[Place, list[Wording]] = {}
    for wording in wordings:
        groups.setdefault(wording.sentence, []).append(wording)
    return [sorted(group, key=lambda one: one.figure.evidence.start) for group in groups.values()]


def between(first: Wording, second: Wording) -> str:
    """Returns the words between two figures of one sentence, the first before the second."""
    start = first.figure.evidence.end - first.figure.evidence.start + len(first.before)
    return first.words[start : start + second.figure.evidence.start - first.figure.evidence.end]
