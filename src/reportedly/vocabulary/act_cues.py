"""Loads and lints `act_cues.yaml`: which words carry which act, and how their verbs are inflected.

Finding them in a text is the business of `coding`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.model import Act
from reportedly.vocabulary.loading import shipped

FILE = "act_cues.yaml"
FRAMES = frozenset({"object", "target", "subject"})
GAP = "..."
_KEYS = frozenset({"act", "cues", "nouns", "negated", "frame", "weak", "worded", "reported"})
_VOWELS = "aeiou"
_BRACES = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class ActCue:
    """One pattern of words that carries an act."""

    # The pattern as written in the file.
    pattern: str
    # Accepted words at each place; an empty set stands for a gap of up to four words.
    places: tuple[frozenset[str], ...]
    act: Act
    # The act where the verb group is negated.
    negated: Act
    # "object", "target" or "subject": what stands where; see the head of the file.
    frame: str
    # Whether it is a noun pattern.
    noun: bool
    # Whether it needs a party as subject and an issue as object.
    weak: bool
    # Whether its words belong to what is said, as the object alone says less or the opposite.
    worded: bool
    # Whether it counts only inside the content of a statement.
    reported: bool


@dataclass(frozen=True, slots=True)
class ActCues:
    """The whole vocabulary of acts."""

    cues: tuple[ActCue, ...]
    # Cues by each word their first place accepts, longest first.
    by_first: Mapping[str, tuple[ActCue, ...]]
    # Word forms and phrases by which a reading is given.
    assessment: frozenset[str]
    # Word forms that only report.
    reporting: frozenset[str]
    # Nouns of people and bodies that act for a party.
    bodies: frozenset[str]
    # Nouns of documents that state demands.
    documents: frozenset[str]
    # Base forms of verbs for what is demanded or offered.
    action_verbs: frozenset[str]


def verb_forms(lemma: str, irregular: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Returns the forms of a verb: base, -s, -ed, -ing, and those the file lists; listed ones replace -ed."""
    base = lemma.removesuffix("e")
    singular = f"{lemma}s"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        singular = f"{lemma}es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        singular, past = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
    else:
        past = f"{base}ed"
    stem = lemma if lemma.endswith("ee") else base
    listed = irregular.get(lemma)
    if listed is not None:
        return frozenset({lemma, singular, f"{stem}ing", *listed})
    return frozenset({lemma, singular, past, f"{stem}ing"})


def compile_cue(pattern: str, irregular: Mapping[str, Iterable[str]]) -> tuple[frozenset[str], ...]:
    """Turns a pattern into the sets of words its places accept."""
    places: list[frozenset[str]] = []
    for part in pattern.split():
        braces = _BRACES.fullmatch(part)
        if part == GAP:
            places.append(frozenset())
        elif braces:
            forms = (verb_forms(lemma, irregular) for lemma in braces[1].split("|"))
            places.append(frozenset().union(*forms))
        else:
            places.append(frozenset(part.split("|")))
    return tuple(places)


def read_act_cues(tree: Any, where: str = FILE) -> ActCues:  # noqa: ANN401
    """Builds the vocabulary from parsed YAML.

    Raises:
        VocabularyError: an entry breaks a rule; the message names it.
    """
    if not isinstance(tree, dict) or not isinstance(tree.get("entries"), list):
        raise VocabularyError("a mapping with `entries`", type(tree).__name__, "Mend it.", where)
    irregular = tree.get("irregular", {})
    cues = tuple(cue for entry in tree["entries"] for cue in _cues_of(entry, irregular, where))
    return ActCues(
        cues=cues,
        by_first=_index(cues),
        assessment=_words(tree, "assessment", irregular),
        reporting=_words(tree, "reporting", irregular),
        bodies=frozenset(tree.get("bodies", ())),
        documents=frozenset(tree.get("documents", ())),
        action_verbs=frozenset(tree.get("action_verbs", ())),
    )


def _words(tree: Mapping[str, Any], key: str, irregular: Mapping[str, Any]) -> frozenset[str]:
    """Returns the words of a list, single ones in all forms of a verb."""
    phrases = tree.get(key, ())
    forms = (verb_forms(p, irregular) if " " not in p else frozenset({p}) for p in phrases)
    return frozenset().union(*forms)


def _cues_of(entry: Any, irregular: Mapping[str, Any], where: str) -> list[ActCue]:  # noqa: ANN401
    """Returns the cues of one entry after checking it."""
    _lint(entry, where)
    negated = Act(entry.get("negated", "other"))
    found: list[ActCue] = []
    for noun, patterns in ((False, entry.get("cues", ())), (True, entry.get("nouns", ()))):
        for pattern in patterns:
            places = compile_cue(pattern, irregular)
            if not places or not places[0] or not places[-1]:
                raise VocabularyError(
                    "a pattern that begins and ends with a word", pattern, "Mend it.", where
                )
            found.append(
                ActCue(
                    pattern=pattern,
                    places=places,
                    act=Act(entry["act"]),
                    negated=negated,
                    frame=entry.get("frame", "object"),
                    noun=noun,
                    weak=bool(entry.get("weak", False)),
                    worded=bool(entry.get("worded", False)),
                    reported=bool(entry.get("reported", False)),
                )
            )
    return found


def _lint(entry: Any, where: str) -> None:  # noqa: ANN401
    """Checks the keys and values of one entry."""
    if not isinstance(entry, dict) or not entry.get("act"):
        raise VocabularyError("an entry with an act", str(entry)[:60], "Name the act.", where)
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise VocabularyError(
            f"keys among {sorted(_KEYS)}", ", ".join(unknown), "Remove them.", where
        )
    acts = {act.value for act in Act}
    for key in ("act", "negated"):
        if entry.get(key, "other") not in acts:
            raise VocabularyError("an act of the model", str(entry[key]), "Mend it.", where)
    if entry.get("frame", "object") not in FRAMES:
        raise VocabularyError(
            f"a frame among {sorted(FRAMES)}", str(entry["frame"]), "Mend it.", where
        )
    if not entry.get("cues") and not entry.get("nouns"):
        raise VocabularyError("cues or nouns", "neither", "Give some patterns.", where)


def _index(cues: tuple[ActCue, ...]) -> dict[str, tuple[ActCue, ...]]:
    """Lists the cues under every word they may begin with, longest pattern first."""
    lists: dict[str, list[ActCue]] = {}
    for cue in cues:
        for word in cue.places[0]:
            lists.setdefault(word, []).append(cue)
    return {w: tuple(sorted(c, key=lambda cue: -len(cue.places))) for w, c in lists.items()}


@cache
def load_act_cues() -> ActCues:
    """Returns the vocabulary of acts that is shipped with the package."""
    return read_act_cues(shipped(FILE))
