"""The order of the stages for one report: text in, every row out. Pure, picklable, no ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attributing import SHALL, Attributor
from reportedly.coding import ActClassifier, code_content, code_voice, judge
from reportedly.measuring import (
    due_date,
    due_within,
    event_date,
    find_dates,
    find_figures,
    introduced,
    said_date,
)
from reportedly.model import (
    Attribution,
    Figure,
    Hedge,
    HedgeKind,
    Hedger,
    Likelihood,
    Link,
    Proposition,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    TimeExpression,
    Understood,
)
from reportedly.resolving import VOICE, Dates, Hedges, outlet_voice, resolve
from reportedly.settings import Settings
from reportedly.text import Stretches, sentence_spans
from reportedly.vocabulary import Gazetteer, load_dossier, load_gazetteer

COVERED = 0.3
"""Share of a sentence inside attributions from which on it is not read again as the outlet's own voice."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What understanding needs beside the report: load once a process."""

    attributor: Attributor
    acts: ActClassifier
    gazetteer: Gazetteer

    @classmethod
    def load(cls, settings: Settings) -> Tools:
        """Loads the models, the vocabulary and the dossier that the settings name.

        Raises:
            ModelError: a model file is missing.
            VocabularyError: the dossier breaks its rules.
        """
        dossier = load_dossier(str(settings.dossier)) if settings.dossier else None
        attributor = Attributor.load(settings.threads)
        acts = ActClassifier.load(attributor.encoder.tokenizer)
        return cls(attributor, acts, load_gazetteer(dossier))


def understand(report: Report, tools: Tools) -> Understood:
    """Reads every row from one report."""
    text = report.text
    names = tools.gazetteer.learn(f"{report.title}\n\n{text}")
    attributions = outside_headings(tools.attributor.attribute(report.id, text), report.headings)
    dates = find_dates(text, report.published, report.language or "en")
    propositions = {
        a.id: code_content(
            text,
            a.content,
            source=_words(text, a.source) or _document(report, a),
            cue=_words(text, a.cue),
            gazetteer=names,
        )
        for a in attributions
    }
    propositions = judge(text, attributions, propositions, tools.acts)
    propositions[VOICE] = tuple(_voiced(report, attributions, names))
    said = dict(_said(report, attributions, dates))
    dated = Dates(dates, said, introduced(text, dates))
    resolved = resolve(report, attributions, propositions, dated, names)
    statements = tuple(with_dates(report, one, dates) for one in resolved)
    figures = find_figures(report, dates, names)
    told = told_by(figures, statements, attributions, outlet_voice(report, names))
    told = hedged(told, statements, Hedges(text, attributions))
    return Understood(report, attributions, statements, told)


def with_dates(report: Report, one: Statement, dates: Sequence[TimeExpression]) -> Statement:
    """Gives a statement the dates inside its words: by when it is due, and when the event takes place."""
    deadline = one.deadline.span if one.deadline else None
    terms = [*(c.span for c in one.conditions), *([deadline] if deadline else [])]
    return replace(
        one,
        due=due_date(report.text, deadline, dates, said=one.said, published=report.published),
        due_within=due_within(deadline, dates),
        event=event_date(report.text, one.evidence.span, dates, beside=terms),
    )


def outside_headings(
    attributions: Sequence[Attribution], headings: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Drops attributions read in subheadings, which repeat the text in fewer words, and those inside them."""
    kept: dict[str, Attribution] = {}
    for one in attributions:
        content = tuple(c for c in one.content if not any(h.meets(c) for h in headings))
        orphan = one.parent is not None and one.parent not in kept
        if content and not orphan and not any(h.meets(c) for h in headings for c in one.cue):
            kept[one.id] = replace(one, content=content)
    return tuple(kept.values())


def _document(report: Report, attribution: Attribution) -> str:
    """Returns the title of a report whose numbered terms nobody but the document itself sets."""
    return report.title if _words(report.text, attribution.cue) == SHALL else ""


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _said(
    report: Report, attributions: Sequence[Attribution], dates: Sequence[TimeExpression]
) -> Iterator[tuple[str, str]]:
    """Yields the id of each attribution whose saying is dated in its sentence, with the date."""
    sentences = Stretches((span, None) for span in sentence_spans(report.text))
    for one in attributions:
        around = sentences.holding(one.cue[0]) if one.cue else []
        if around:
            sentence = around[0][0]
            said = said_date(
                report.text,
                cue=one.cue,
                content=one.content,
                sentence=sentence,
                dates=dates,
                published=report.published,
            )
            if said is not None:
                yield one.id, said


def _voiced(
    report: Report, attributions: Sequence[Attribution], names: Gazetteer
) -> Iterator[Proposition]:
    """Reads the sentences that no attribution covers as the outlet's own voice."""
    taken = Stretches(
        (span, None) for a in attributions for span in (*a.source, *a.cue, *a.content)
    )
    headings = Stretches((heading, None) for heading in report.headings)
    for sentence in sentence_spans(report.text):
        covered = sum(
            min(span.end, sentence.end) - max(span.start, sentence.start)
            for span, _ in taken.meeting(sentence)
        )
        is_open = covered < COVERED * (sentence.end - sentence.start)
        if is_open and not headings.meeting(sentence):
            for one in code_voice(report.text, sentence, gazetteer=names):
                if not taken.meeting(one.span):
                    yield one


def told_by(
    figures: Sequence[Figure],
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
    voice: tuple[Speaker, tuple[Link, ...]],
) -> tuple[Figure, ...]:
    """Gives each figure the speaker and chain of the words it stands in.

    These are the narrowest statement that holds it, else a statement of the narrowest attribution around it, else
    the outlet's own voice.
    """
    extents = {a.id: a.extent for a in attributions}
    evidence = Stretches((s.evidence.span, s) for s in statements)
    wider = Stretches((extents[s.attribution], s) for s in statements if s.attribution is not None)
    return tuple(_told(figure, evidence, wider, voice) for figure in figures)


def hedged(
    figures: Sequence[Figure], statements: Sequence[Statement], hedges: Hedges
) -> tuple[Figure, ...]:
    """Gives each figure the estimative words of its clause, and those around whoever states it."""
    by_id = {statement.id: statement for statement in statements}
    return tuple(_hedged(f, by_id.get(f.statement or ""), hedges) for f in figures)


def _hedged(figure: Figure, statement: Statement | None, hedges: Hedges) -> Figure:
    outlet = statement is None or statement.speaker.kind is SpeakerKind.OUTLET
    by = Hedger.OUTLET if outlet else Hedger.SPEAKER
    told = statement is not None and statement.attribution is not None
    around = [h for h in statement.hedges if _is_around(h)] if statement and told else []
    taken = {hedge.evidence.start for hedge in around}
    inside = hedges.of_clause(figure.evidence.span, by)
    own = [hedge for hedge in inside if hedge.evidence.start not in taken]
    first = next((h for h in own if h.kind in (HedgeKind.LIKELIHOOD, HedgeKind.POSSIBILITY)), None)
    likely = (
        Likelihood(first.evidence.exact, first.low or 0.0, first.high or 0.0) if first else None
    )
    together = sorted((*around, *own), key=lambda hedge: hedge.evidence.start)
    return replace(figure, likelihood=likely, hedges=tuple(together))


def _is_around(hedge: Hedge) -> bool:
    """Says whether words stand around what is said, or are on all of it, and so on its figures."""
    return hedge.by is not Hedger.SPEAKER or hedge.kind is HedgeKind.CONFIDENCE


def _told(
    figure: Figure,
    evidence: Stretches[Statement],
    wider: Stretches[Statement],
    voice: tuple[Speaker, tuple[Link, ...]],
) -> Figure:
    # A repaired figure may run on past the words that a content ends with.
    where = Span(figure.evidence.start, figure.evidence.start + 1)
    around = evidence.holding(where) or wider.holding(where)
    if not around:
        return replace(figure, speaker=voice[0].name, chain=voice[1])
    narrowest = min(around, key=lambda pair: pair[0].end - pair[0].start)[1]
    return replace(
        figure, speaker=narrowest.speaker.name, chain=narrowest.chain, statement=narrowest.id
    )
