"""The page of the vocabularies that are shipped, from their loaders."""

from __future__ import annotations

from collections import defaultdict

from reportedly.cli.pages.tables import code, joined, table
from reportedly.model import PLOVER, POSITION_ACTS, Act, HedgeKind, SpeakerKind
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import load_issues
from reportedly.vocabulary.likelihood import load_vocabulary
from reportedly.vocabulary.measurands import load_measurands
from reportedly.vocabulary.organisations import load_organisations
from reportedly.vocabulary.outlets import load_outlets
from reportedly.vocabulary.states import load_states
from reportedly.vocabulary.units import load_amounts

_INTRO = """\
# Vocabulary

The words the program knows before it reads anything. They are data, YAML files in `reportedly.vocabulary`, each with
a loader that refuses a file that breaks its rules. A [dossier](../README.md) adds the parties, people and places of
one conflict.
"""


def vocabulary_page() -> str:
    """Returns the page: acts, issues, speakers, likelihood, units, hedges, measurands, outlets, states, bodies."""
    parts = (
        _INTRO,
        _acts(),
        _issues(),
        _speakers(),
        _likelihood(),
        _units(),
        _hedges(),
        _measurands(),
        _outlets(),
        _states(),
        _organisations(),
    )
    return "\n".join(parts)


def _acts() -> str:
    cues: dict[Act, dict[str, None]] = defaultdict(dict)
    for cue in load_act_cues().cues:
        cues[cue.act][cue.pattern] = None
    rows = [
        (code(act), PLOVER.get(act, ""), "yes" if act in POSITION_ACTS else "", joined(cues[act]))
        for act in Act
    ]
    columns = ("act", "PLOVER", "makes positions", "words that carry it")
    return f"## Acts\n\n{table(columns, rows)}"


def _issues() -> str:
    rows = [
        (code(issue.id), issue.label, issue.code or "our extension", issue.description)
        for issue in load_issues()
    ]
    return f"## Issues\n\n{table(('code', 'name', 'PA-X', 'what it is about'), rows)}"


def _speakers() -> str:
    return f"## Kinds of speakers\n\n{joined(code(kind) for kind in SpeakerKind)}\n"


def _likelihood() -> str:
    words: dict[tuple[HedgeKind, str, str], list[str]] = defaultdict(list)
    for plain, wording in load_vocabulary().wordings.items():
        ranged = wording.kind is HedgeKind.LIKELIHOOD
        span = f"{wording.low:.0%} to {wording.high:.0%}" if ranged else ""
        words[wording.kind, wording.term, span].append(plain)
    rows = [(code(kind), term, span, joined(each)) for (kind, term, span), each in words.items()]
    source = (
        "Ranges of likelihood are those of ICD 203. Possibility leaves the likelihood open, hearsay says that "
        "others say so; confidence is how well founded a judgement is, and no likelihood."
    )
    head = ("kind", "term", "range", "words")
    return f"## Estimative words\n\n{source}\n\n{table(head, rows)}"


def _units() -> str:
    rows = [
        (code(unit.code), unit.name, unit.kind, joined((*unit.forms, *unit.symbols)))
        for unit in load_amounts().units.values()
    ]
    return f"## Units\n\n{table(('unit', 'name', 'measures', 'words and signs'), rows)}"


def _measurands() -> str:
    groups = load_measurands()
    rows = [
        *(
            (one.label, joined(sorted(one.words)), joined(one.examples))
            for one in groups.things.values()
        ),
        *(
            (one.label, joined(sorted(one.words)), joined(one.examples))
            for one in groups.happenings.values()
        ),
        *((one.label, "", joined(one.examples)) for one in groups.purposes.values()),
    ]
    source = "Who or what is counted, what is said of it, what money is for. Figures of one group may be one thing."
    return f"## What figures measure\n\n{source}\n\n{table(('group', 'words', 'such as'), rows)}"


def _hedges() -> str:
    words: dict[str, list[str]] = defaultdict(list)
    amounts = load_amounts()
    for hedge, modifier in amounts.hedges.items():
        words[modifier].append(hedge)
    for suffix, modifier in amounts.suffixes.items():
        words[modifier].append(f"… {suffix}")
    rows = [(code(modifier), joined(hedges)) for modifier, hedges in words.items()]
    return f"## Hedges of figures\n\n{table(('modifier', 'words'), rows)}"


def _outlets() -> str:
    rows = [(o.name, o.kind, o.country, o.domain) for o in load_outlets()]
    return f"## Outlets\n\n{table(('name', 'kind', 'seat', 'site'), rows)}"


def _states() -> str:
    rows = [(s.iso, s.name, joined(s.adjectives), joined(s.capitals)) for s in load_states()]
    return f"## States\n\n{table(('ISO', 'name', 'adjectives', 'capitals'), rows)}"


def _organisations() -> str:
    rows = [(o.name, o.kind, joined(o.aliases)) for o in load_organisations()]
    return f"## Organisations\n\n{table(('name', 'kind', 'other names'), rows)}"
