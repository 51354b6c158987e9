"""Chooses whom "he" or "she" means among those named or heard before, by weights fitted on hand-made labels.

What lives here: candidates, what is known of each, and the arithmetic. What does not: how the weights are had
(`training/fit_antecedents.py`, into `antecedents.json`), and who has spoken (`cast`). The model is a conditional
logistic regression over candidates (mention ranking without a parser, after Denis and Baldridge 2008); features are
0 or 1, or a logarithm, so that the weights can be read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.model import Mention, Span
from reportedly.resolving.members import Member, title_of
from reportedly.resolving.people import BACK, People, fits

FILE = "antecedents.json"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean."""

    name: str
    # Where the text names this person before the pronoun, ascending.
    named: tuple[Mention, ...]
    # The last time this person was a source before the pronoun, None if never.
    spoke: Member | None

    @property
    def last(self) -> int:
        """Returns where the person was last named or heard."""
        named = self.named[-1].span.start if self.named else -1
        return max(named, self.spoke.position if self.spoke else -1)


def candidates(
    pronoun: str, place: int, people: People, earlier: Sequence[Member]
) -> list[Candidate]:
    """Returns everybody whom a pronoun at a place fits.

    Args:
        pronoun: in lower case.
        place: where it stands.
        people: those whom the text names.
        earlier: sources before it, the latest first.
    """
    named: dict[str, list[Mention]] = {}
    for one in people.between(max(0, place - BACK), place):
        if fits(pronoun, one.name):
            named.setdefault(one.name, []).append(one)
    spoke: dict[str, Member] = {}
    for member in earlier:
        if member.individual and fits(pronoun, title_of(member)) and member.position < place:
            spoke.setdefault(member.speaker.name, member)
    names = dict.fromkeys((*named, *spoke))
    return [Candidate(name, tuple(named.get(name, ())), spoke.get(name)) for name in names]


def features(one: Candidate, last_spoke: int, span: Span, people: People) -> dict[str, float]:
    """Returns what is known of a candidate for a pronoun, by name; 0 is neutral in each.

    Args:
        one: the candidate.
        last_spoke: where the last of all candidates spoke, -1 if none did.
        span: the pronoun.
        people: those whom the text names.
    """
    sentence = people.sentence(span.start)
    before = people.sentence(max(0, sentence - 1))
    told = [m for m in one.named if not people.is_said(m)]
    return {
        "distance": math.log1p(people.sentences_between(one.last, span.start)),
        "spoke_last": float(one.spoke is not None and one.spoke.position == last_spoke),
        "spoke_nested": float(one.spoke is not None and one.spoke.nested),
        "subject_before": float(
            any(before <= m.span.start < sentence and people.is_subject(m) for m in told)
        ),
        "told_here": float(any(m.span.start >= sentence for m in told)),
        "said_only": float(bool(one.named) and not told),
    }


def last_speech(found: Sequence[Candidate]) -> int:
    """Returns where the last of some candidates spoke, -1 if none did."""
    return max((one.spoke.position for one in found if one.spoke), default=-1)


@cache
def load_weights() -> Mapping[str, float]:
    """Returns the weight of each feature."""
    tree = json.loads((files("reportedly.resolving") / FILE).read_text("utf-8"))
    return {str(name): float(weight) for name, weight in tree["weights"].items()}


def choose(pronoun: str, span: Span, people: People, earlier: Sequence[Member]) -> Candidate | None:
    """Returns whom a pronoun most likely means, None if nobody fits; see `candidates`."""
    found = candidates(pronoun, span.start, people, earlier)
    last_spoke, weights = last_speech(found), load_weights()

    def score(one: Candidate) -> float:
        known = features(one, last_spoke, span, people)
        return sum(weights[name] * value for name, value in known.items())

    return max(found, key=score, default=None)
