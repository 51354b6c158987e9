"""Builds attributions and propositions out of the words of an invented report, for tests of resolving."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import (
    Act,
    Attribution,
    Credit,
    Directness,
    Proposition,
    PublishedBasis,
    Report,
    Span,
    Statement,
    make_id,
    report_id,
)
from reportedly.resolving import VOICE, Dates, resolve
from reportedly.vocabulary import load_gazetteer


class Told:
    """A report whose attributions are given in words; `statements` resolves them."""

    def __init__(
        self, text: str, *, outlet: str | None = "Bay Dispatch", credits_: Sequence[Credit] = ()
    ) -> None:
        self.text = text
        self.report = Report(
            id=report_id("", text),
            origin_file="invented.txt",
            origin_digest="0",
            url=None,
            outlet=outlet,
            title="",
            byline=None,
            published="2031-05-04",
            published_basis=PublishedBasis.HEADER,
            language="en",
            text=text,
            credits=tuple(credits_),
        )
        self.attributions: list[Attribution] = []
        self.propositions: dict[str, list[Proposition]] = {VOICE: []}

    def span(self, words: str, after: int = 0) -> Span:
        """The first place of some words."""
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def add(
        self,
        source: str,
        cue: str,
        content: str,
        *,
        act: Act = Act.OTHER,
        agent: str | None = None,
        parent: Attribution | None = None,
    ) -> Attribution:
        """Adds an attribution whose content is one proposition."""
        where = self.span(content)
        spans = tuple((self.span(words),) if words else () for words in (source, cue))
        one = Attribution(
            id=make_id("attribution", where, spans),
            report=self.report.id,
            source=spans[0],
            cue=spans[1],
            content=(where,),
            parent=parent.id if parent else None,
            directness=Directness.INDIRECT,
            confidence=0.9,
            origin="test",
        )
        self.attributions.append(one)
        self.propositions[one.id] = [
            Proposition(where, act, agent=self.span(agent, where.start) if agent else None)
        ]
        return one

    def statements(self) -> tuple[Statement, ...]:
        """Resolves what was added."""
        names = load_gazetteer().learn(self.text)
        dates = Dates((), {}, ())
        return resolve(self.report, self.attributions, self.propositions, dates, names)
