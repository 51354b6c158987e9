"""On how many independent origins something rests: a statement that others make too, or a story.

Here lives the counting. What shares an origin by credit or by reuse of text is found in `echoes`;
which statements say the same in `positions_distinct`; which reports tell one story in `stories`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from reportedly.comparing.echoes import BY_CREDIT, RELAYED, relayed_names
from reportedly.comparing.positions_distinct import points_of
from reportedly.comparing.positions_held import dates_of, in_order, is_origin, names_one
from reportedly.comparing.positions_judged import judged_of
from reportedly.comparing.positions_same import Sameness
from reportedly.comparing.positions_wording import content_words
from reportedly.comparing.stories import story_groups, story_text
from reportedly.comparing.union import Union
from reportedly.model import Act, Backing, Echo, Report, Span, SpeakerKind, Statement, Story
from reportedly.model.dates import earlier, later, sort_key
from reportedly.vocabulary import Gazetteer
from reportedly.vocabulary.states import state_seats

WHOLE = frozenset({"source line", "dateline", "byline", "title"})
"""Credits that cover a whole report; one in the text covers only what it stands beside."""
ENOUGH = 3
"""Words besides names below which two statements share a phrase, not a message."""
ALIKE = 0.6
"""Share of all their words that two statements have in common to confirm each other; set by judgement."""


def origins_of(
    statements: Iterable[Statement],
    reports: Iterable[Report],
    echoes: Iterable[Echo],
    sameness: Sameness | None = None,
) -> dict[str, Backing]:
    """Returns for each statement, by its id, on which independent origins it rests.

    Those are the origins of all statements of the same holder and act that say the same. Two of them count once
    if they come from one origin, relay one outlet, agency or document, or stand in words that one report
    has from the other. Unknown lineage adds none. `sameness` says which say the same; by words alone if not given.
    """
    sameness = sameness or Sameness()
    statements, by_id = tuple(statements), {report.id: report for report in reports}
    keys = _Keys(by_id, echoes, sameness.reader.names)
    found: dict[str, Backing] = {}
    for group in _same(statements, by_id.values(), sameness):
        names = keys.origins(group)
        for statement in group:
            own = [name for name in names if name == statement.origin]
            rest = [name for name in names if name != statement.origin]
            others = tuple(other.id for other in group if other is not statement)
            found[statement.id] = Backing((*own, *rest), others)
    return found


def repeated_in(
    statements: Iterable[Statement], reports: Iterable[Report], sameness: Sameness | None = None
) -> frozenset[str]:
    """Returns the ids of the reports with a statement that another report has too; only these need echoes."""
    same = _same(tuple(statements), tuple(reports), sameness or Sameness())
    groups = [{s.report for s in group} for group in same]
    return frozenset().union(*(held for held in groups if len(held) > 1))


def _same(
    statements: Sequence[Statement], reports: Iterable[Report], sameness: Sameness
) -> list[tuple[Statement, ...]]:
    """Returns the statements that say the same together; more narrowly than points of a position.

    A point may hold what is only a part of it ("Norland's attack"); here nearly all words must be common, unless a
    person has judged otherwise.
    """
    dates = dates_of(statements, reports)
    parties = {name for s in statements for name in (s.holder, s.target, s.speaker.party) if name}
    groups: dict[tuple[str | None, Act], list[Statement]] = defaultdict(list)
    for statement in in_order(statements, dates):
        groups[statement.holder, statement.act].append(statement)
    return [
        tuple(part)
        for group in groups.values()
        for point in points_of(group, dates, sameness)
        for part in _narrowed(point.statements, parties, sameness)
    ]


def _narrowed(
    statements: Sequence[Statement], parties: set[str], sameness: Sameness
) -> list[list[Statement]]:
    """Returns the parts of a point: each statement with the first before it that it confirms, or was judged to be."""
    judged = judged_of(sameness.same, sameness.different)
    parts: list[tuple[frozenset[str], set[str], list[Statement]]] = []
    for statement in statements:
        words, who = content_words(statement.text, parties), judged.who(statement.id)
        mine = next((part for part in parts if who in part[1]), None)
        alike = (
            part
            for part in parts
            if _confirm(part[0], words) and not judged.keep_apart(who, part[1])
        )
        part = mine or next(alike, None)
        if part is None:
            part = words, set(), []
            parts.append(part)
        part[1].add(who)
        part[2].append(statement)
    return [held for _, _, held in parts]


def _confirm(first: frozenset[str], second: frozenset[str]) -> bool:
    common = len(first & second)
    return common >= ENOUGH and common >= ALIKE * len(first | second)


def _one_voice(
    statements: Sequence[Statement], names: Gazetteer
) -> Iterator[tuple[Statement, Statement]]:
    """Yields statements whose origins are one: a name in full and in part, a party and who speaks for it.

    A party speaks by its name, its capital and the seat of its government ("Sudria", "Kremlin"); a ministry and an
    official of it are two, as long as none of these is named too.
    """
    known = {s.origin: s for s in statements if s.origin is not None}
    for short, second in known.items():
        voices = {short, _party_itself(short, names)}
        for name, first in known.items():
            speaks = (_speaks_for(name, first, names) or "") in voices
            if name != short and (speaks or name.endswith(f" {short}")):
                yield first, second


def _party_itself(name: str, names: Gazetteer) -> str | None:
    """Returns the party that a name is or stands for as a whole, None if it is a part of one or nobody's."""
    bare = name.removeprefix("the ").removeprefix("The ")
    found = names.mentions(bare)
    if len(found) != 1 or found[0].span != Span(0, len(bare)):
        return None
    (one,) = found
    itself = one.name == one.party or one.kind == "capital" or bare in state_seats()
    return one.party if itself else None


def _speaks_for(name: str, statement: Statement, names: Gazetteer) -> str | None:
    """Returns the party that a named person, a body or an official speaks for; "many Norlanders" speak for none."""
    speaker = statement.speaker
    if name == speaker.name:
        return speaker.party if speaker.kind is not SpeakerKind.ANONYMOUS_SOURCE else None
    return names.party_of(name) if names_one(name) else None


class _Keys:
    """What a statement comes from, in marks: two statements with a mark in common have one origin."""

    def __init__(
        self, reports: Mapping[str, Report], echoes: Iterable[Echo], names: Gazetteer
    ) -> None:
        self._reports = reports
        self._names = names
        self._passages: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        numbered = enumerate(passage for echo in echoes for passage in echo.passages)
        for number, passage in numbered:
            for report, words in zip(passage.reports, passage.evidence, strict=True):
                self._passages[report].append((words.start, words.end, number))

    def origins(self, statements: Sequence[Statement]) -> tuple[str, ...]:
        """Returns one name for each independent origin, in the order of the statements."""
        sets: Union[Hashable] = Union()
        for statement in statements:
            for mark in self._of(statement):
                sets.join(statement.id, mark)
        for first, second in _one_voice(statements, self._names):
            sets.join(first.id, second.id)
        names: dict[Hashable, str] = {}
        for statement in statements:
            if is_origin(statement.origin):
                names.setdefault(sets.find(statement.id), statement.origin)
        return tuple(dict.fromkeys(names.values()))

    def _of(self, statement: Statement) -> list[Hashable]:
        report = self._reports.get(statement.report)
        relayed = relayed_names(statement, report.outlet if report else None, RELAYED)
        marks: list[Hashable] = [("name", name) for name in relayed if names_one(name)]
        if is_origin(statement.origin):
            marks.append(("name", statement.origin))
        if report is not None:
            marks += [("name", c.name) for c in report.credits if c.basis in WHOLE]
        span = statement.evidence.span
        shared = self._passages.get(statement.report, ())
        return [*marks, *(("words", n) for start, end, n in shared if span.meets(Span(start, end)))]


def stories_of(reports: Iterable[Report], echoes: Iterable[Echo]) -> tuple[Story, ...]:
    """Returns the groups of two or more reports that tell one story, the largest first.

    Reports of a story that credit one origin or share words rest on one origin together.
    """
    reports, echoes = tuple(reports), tuple(echoes)
    texts = [story_text(report) for report in reports]
    groups = story_groups(texts, [report.published for report in reports])
    found = [
        _story([reports[number] for number in group.members], group.alike, echoes)
        for group in groups
        if len(group.members) > 1
    ]
    return tuple(sorted(found, key=_by_size))


def _by_size(story: Story) -> tuple[object, ...]:
    return -len(story.reports), sort_key(story.first_published), story.reports


def _story(reports: Sequence[Report], alike: float, echoes: Sequence[Echo]) -> Story:
    ordered = sorted(reports, key=lambda report: (sort_key(report.published), report.id))
    strands, names = _strands(ordered, echoes)
    origins = [(_origin(strand, names), strand[0].id) for strand in strands]
    first: str | None = None
    last: str | None = None
    for report in ordered:
        first, last = earlier(first, report.published), later(last, report.published)
    return Story(
        reports=tuple(report.id for report in ordered),
        first_published=first,
        last_published=last,
        alike=round(alike, 3),
        origins=tuple(dict.fromkeys(name for name, _ in origins if name is not None)),
        unknown=tuple(one for name, one in origins if name is None),
    )


Names = Mapping[str, Counter[str]]
"""Whom each report credits together with others of the story, by its id, and how many these are."""


def _strands(reports: Sequence[Report], echoes: Sequence[Echo]) -> tuple[list[list[Report]], Names]:
    """Returns the reports of a story, those that share an origin together, and whom they credit."""
    members = {report.id for report in reports}
    sets: Union[str] = Union()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for echo in echoes:
        held = [one for one in echo.reports if one in members]
        for one in held:
            sets.join(held[0], one)
            if echo.basis == BY_CREDIT and len(held) > 1:
                names[one][echo.origin] += len(held)
    strands: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        strands[sets.find(report.id)].append(report)
    return list(strands.values()), names


def _origin(strand: Sequence[Report], names: Names) -> str | None:
    """Returns what to call the origin of reports that share one: whom most credit, else who had it first."""
    counted: Counter[str] = sum((names[r.id] for r in strand if r.id in names), Counter())
    if counted:
        return counted.most_common(1)[0][0]
    whole = (c.name for r in strand for c in r.credits if c.basis in WHOLE and is_origin(c.name))
    outlets = (r.outlet for r in strand if is_origin(r.outlet))
    return next(whole, next(outlets, None))
