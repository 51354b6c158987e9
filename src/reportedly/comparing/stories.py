"""How likely two reports tell the same story, and the groups of reports that do.

Here live the profile of a report (which words weigh how much), the score and the search for reports
that may be alike. The linking of pairs to groups is in `stories_linking`; on how many origins a
group rests is in `origins`. Numbers were fitted by `training/fit_stories.py`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.comparing.stories_linking import average_link
from reportedly.model import Report
from reportedly.model.dates import bounds

NAME, NUMBER, LEAD = 1.5, 0.7, 2.0
"""How much more than another word a name, a number and a word of the lead weigh."""
LEAD_CHARACTERS = 300
RARITY = 1.5
"""Power of the inverse frequency, so that rare words decide."""
LEAST = 0.2
"""What a word of every text still says, where one of a single text says 1 more."""
INTERCEPT, SLOPE = -3.88, 8.28
"""Log-odds of the same story by the root of the cosine; fitted, see the module."""
THRESHOLD = 0.34
"""Mean score from which groups are linked; fitted, see the module."""
DAYS_APART = 7
"""Days between publication beyond which two reports tell different stories; set by judgement."""
TOO_MANY = 200
"""Reports beyond which a word is too frequent to look for others by."""
NEAREST = 60
"""Reports compared exactly with each, those with most weight in common."""
STEM = 6
"""Letters to which a word that is no name is cut."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[.!?:\n\"“”]+")
_FUNCTION_WORDS = frozenset(
    """
    about according after all also an and any are as at be been being between both but by can
    could did do does during each for from had has have he her him his how if in into is it its
    just may more most no not now of on one only or other our out over own said same say says she
    should so some such than that the their them then there these they this those through to told
    two under up very was we were what when where which while who will with would you your
    """.split()  # noqa: SIM905  (ninety lines of one word each are no clearer)
)

Profile = Mapping[str, float]
"""Weight of each word of a report; the squares sum to one."""


class _Word(NamedTuple):
    """A word of a report, ready to be weighed."""

    stem: str
    weight: float
    in_lead: bool


class Group(NamedTuple):
    """Texts that tell one story."""

    # Their numbers, ascending.
    members: tuple[int, ...]
    # Mean likelihood of its pairs to tell one story; 1 for a text alone.
    alike: float


def profiles_of(texts: Iterable[str]) -> list[Profile]:
    """Weighs the words of each text by how often it has them and how few of the texts do.

    A word that few texts have says most (RARITY); names say more than other words, numbers less
    (they recur by chance), and the lead tells the story.
    """
    counted = [_counted(text) for text in texts]
    spread = Counter(stem for counts in counted for stem in counts)
    rarity = {stem: _rarity(many, len(counted)) for stem, many in spread.items()}
    return [_normed({s: weight * rarity[s] for s, weight in one.items()}) for one in counted]


def _rarity(having: int, count: int) -> float:
    """Returns how much a word says that so many of so many texts have: from LEAST to a little above 1, to a power.

    Reckoned as a share of what a word of a single text says, so that a small collection on one conflict,
    where nearly all words recur, is not taken for one story.
    """
    most = math.log((1 + count) / 2) or 1.0
    return math.pow(math.log((1 + count) / (1 + having)) / most + LEAST, RARITY)


def _counted(text: str) -> dict[str, float]:
    """Returns the weight of each word of a text before it is known how rare it is."""
    times: dict[str, float] = {}
    kinds: dict[str, float] = {}
    for word in _words(text):
        times[word.stem] = times.get(word.stem, 0.0) + (LEAD if word.in_lead else 1.0)
        kinds[word.stem] = max(kinds.get(word.stem, 0.0), word.weight)
    return {stem: kinds[stem] * (1 + math.log(many)) for stem, many in times.items()}


def _words(text: str) -> Iterator[_Word]:
    names, plain = _capitalised(text)
    for token in _TOKEN.finditer(text):
        words, in_lead = token.group(), token.start() < LEAD_CHARACTERS
        lowered = words.lower()
        if words[0].isdigit():
            yield _Word(words.replace(",", ""), NUMBER, in_lead)
        elif lowered in _FUNCTION_WORDS or len(words) < 2 or not words[0].isalnum():
            continue
        elif words[0].isupper() and lowered in names and lowered not in plain:
            yield _Word(lowered, NAME, in_lead)
        else:
            yield _Word(lowered[:STEM], 1.0, in_lead)


def _capitalised(text: str) -> tuple[set[str], set[str]]:
    """Returns the words that are capitalised inside a sentence, and those written small anywhere."""
    names, plain, begins = set(), set(), True
    for token in _TOKEN.finditer(text):
        words = token.group()
        if words[0].isalpha() and not words[0].isupper():
            plain.add(words.lower())
        elif words[0].isalpha() and not begins:
            names.add(words.lower())
        begins = not words[0].isalnum()
    return names, plain


def _normed(weights: dict[str, float]) -> Profile:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def shared_weight(first: Profile, second: Profile) -> float:
    """Returns the cosine of two profiles of one collection, from 0 to 1."""
    if len(second) < len(first):
        first, second = second, first
    # `fsum` is exact, so that the score is the same both ways.
    common = math.fsum(weight * second[stem] for stem, weight in first.items() if stem in second)
    return min(common, 1.0)


def same_story(first: Profile, second: Profile) -> float:
    """Returns how likely two reports of one collection tell the same story, from 0 to 1."""
    odds = INTERCEPT + SLOPE * math.sqrt(shared_weight(first, second))
    return 1 / (1 + math.exp(-odds))


def story_groups(texts: Sequence[str], dates: Sequence[str | None] | None = None) -> list[Group]:
    """Groups texts that tell one story, by their numbers; a text like no other is a group of its own.

    Args:
        texts: the reports' words, headline first.
        dates: when each was published, in EDTF; where both are known and more than DAYS_APART apart,
            two texts do not tell one story.
    """
    profiles = profiles_of(texts)
    days = [_days(date) for date in dates] if dates else [None] * len(profiles)
    scores = {
        (i, j): same_story(profiles[i], profiles[j])
        for i, j in _candidates(profiles)
        if _near(days[i], days[j])
    }
    groups = average_link(len(profiles), scores, THRESHOLD)
    group_of = {number: at for at, group in enumerate(groups) for number in group}
    totals: dict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        if group_of[i] == group_of[j]:
            totals[group_of[i]] += score
    return [Group(group, _mean(totals[at], len(group))) for at, group in enumerate(groups)]


def _mean(total: float, count: int) -> float:
    return total / math.comb(count, 2) if count > 1 else 1.0


def story_text(report: Report) -> str:
    """Returns what a report is compared by: its headline and its words."""
    if report.title and not report.text.startswith(report.title):
        return f"{report.title}\n{report.text}"
    return report.text


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yields the pairs of reports that share most weight in words which are not frequent.

    Each report meets only those in the short lists of its words, so the work grows with the number
    of reports, not with its square.
    """
    lists = _listed(profiles)
    seen: set[tuple[int, int]] = set()
    for number, profile in enumerate(profiles):
        met = [(lists[stem], weight) for stem, weight in profile.items() if stem in lists]
        if not met:
            continue
        where = np.concatenate([found for (found, _), _ in met])
        shared = np.concatenate([weights * weight for (_, weights), weight in met])
        others, at = np.unique(where, return_inverse=True)
        total = np.bincount(at, shared)
        for place in np.argsort(-total, kind="stable")[: NEAREST + 1]:
            pair = tuple(sorted((number, int(others[place]))))
            if pair[0] != pair[1] and pair not in seen:
                seen.add((pair[0], pair[1]))
                yield pair[0], pair[1]


Listed = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]


def _listed(profiles: Sequence[Profile]) -> dict[str, Listed]:
    """Returns for each word that some reports share, but not too many, who has it with what weight."""
    found: dict[str, list[tuple[int, float]]] = {}
    for number, profile in enumerate(profiles):
        for stem, weight in profile.items():
            found.setdefault(stem, []).append((number, weight))
    return {
        stem: (np.array([n for n, _ in held]), np.array([w for _, w in held]))
        for stem, held in found.items()
        if 1 < len(held) <= TOO_MANY
    }


def _days(date: str | None) -> tuple[int, int] | None:
    """Returns the first and the last day of a date, None where one of them is open."""
    first, last = bounds(date) if date else (None, None)
    return (first.toordinal(), last.toordinal()) if first and last else None


def _near(first: tuple[int, int] | None, second: tuple[int, int] | None) -> bool:
    if first is None or second is None:
        return True
    return max(first[0], second[0]) - min(first[1], second[1]) <= DAYS_APART
