"""Lets the act classifier decide what a proposition is, where the rules found words but saw no act in them.

The stretches, and the acts that the rules see, are the rules' (`content`), which are seldom wrong and often silent.
Other acts, aspects and issues are the classifier's. Sentences of a content in which the rules saw no act are asked
about as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.act_cases import Case, content_case
from reportedly.coding.act_classifier import ActClassifier, Verdict
from reportedly.coding.conditions import find_conditions, find_deadline
from reportedly.coding.content import pieces_of_content, says_something
from reportedly.coding.edges import tidy
from reportedly.coding.propositions import likelihood_in
from reportedly.model import POSITION_ACTS, Act, Attribution, Proposition, Span
from reportedly.vocabulary.issues import MANY, find_issues, score_issues

PLAIN = frozenset({Act.OTHER, Act.ASSESSMENT})
"""Acts that the rules give where they found none."""

OWN_ACTS = POSITION_ACTS | {Act.ACCUSATION, Act.DENIAL}
"""Acts that make a sentence of a longer content a proposition of its own."""

SURE = 0.6
"""Probability from which on a demand, offer and the like is believed that the rules did not see.

Chosen, like the rules' say, on the reports that training kept aside; see docs/design/coding.md."""

ABOUT = 0.5
"""Probability from which on a proposition is about an issue of which the rules do not know."""

ASPECT = 0.6
"""Probability from which on an aspect is marked that the rules did not see."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A proposition, or a sentence that may become one, with the case made of it."""

    # Id of the attribution.
    key: str
    proposition: Proposition
    case: Case
    # Whether the rules saw no act in it and it is only a part of the content.
    part: bool = False
    # Whether it is one of several in which the rules saw acts.
    listed: bool = False
    # Whether the verb that governs it stands outside the attribution, so that nobody knows whose act it is.
    torn: bool = False


def act_of_source(propositions: Sequence[Proposition]) -> Act | None:
    """Returns what the source of a content does, that of its longest proposition with an act; None without its own."""
    own = [one for one in propositions if one.agent is None]
    telling = [one for one in own if one.act not in PLAIN]
    telling = telling or [one for one in own if one.act is not Act.OTHER] or own
    longest = max(telling, key=lambda one: one.span.end - one.span.start, default=None)
    return longest.act if longest else None


def judge(
    text: str,
    attributions: Iterable[Attribution],
    propositions: Mapping[str, Sequence[Proposition]],
    classifier: ActClassifier,
) -> dict[str, tuple[Proposition, ...]]:
    """Returns the propositions of each attribution with the acts, aspects and issues that the classifier gives them.

    Args:
        text: the report's text.
        attributions: whose contents were coded.
        propositions: what the rules read in them, by the attribution's id; keys of no attribution stay as they are.
        classifier: decides.
    """
    asked = [
        each for one in attributions for each in _asked(text, one, propositions.get(one.id, ()))
    ]
    verdicts = classifier.judge([each.case for each in asked])
    found: dict[str, list[Proposition]] = {key: [] for key in propositions}
    parts: dict[str, list[Proposition]] = {}
    for each, verdict in zip(asked, verdicts, strict=True):
        if not each.part:
            found[each.key].append(_judged(each, verdict))
        elif verdict.act in OWN_ACTS and verdict.acts[verdict.act] >= SURE:
            parts.setdefault(each.key, []).append(_judged(each, verdict))
    known = {each.key for each in asked}
    return {
        key: _with_parts(found[key], parts.get(key, ())) if key in known else tuple(given)
        for key, given in propositions.items()
    }


def _asked(text: str, one: Attribution, propositions: Sequence[Proposition]) -> Iterator[_Asked]:
    """Yields what is asked about one attribution: its propositions, then its sentences without one."""
    listed = sum(each.act not in PLAIN for each in propositions) > 1
    for each in propositions:
        source = (each.agent,) if each.agent is not None else one.source
        cue = (each.cue,) if each.agent is not None and each.cue is not None else one.cue
        case = content_case(text, (each.span,), source=source, cue=cue, rule=each.act)
        yield _Asked(
            one.id,
            each,
            case,
            listed=listed and each.act not in PLAIN,
            torn=_is_torn(text, one, each.span),
        )
    plain = [each for each in propositions if each.agent is None and each.act in PLAIN]
    if not plain:
        return
    taken = [each.span for each in propositions if each not in plain]
    sentences = pieces_of_content(text, one.content)
    for sentence in sentences if len(sentences) > 1 else ():
        span = tidy(text, sentence)
        if span is None or any(t.meets(span) for t in taken) or not says_something(span.of(text)):
            continue
        case = content_case(text, (span,), source=one.source, cue=one.cue, rule=Act.OTHER)
        base = Proposition(
            span,
            Act.OTHER,
            issues=find_issues(span.of(text)),
            conditions=find_conditions(text, span),
            deadline=find_deadline(text, span),
            likelihood=likelihood_in(text, span),
        )
        yield _Asked(one.id, base, case, part=True)


def _is_torn(text: str, one: Attribution, span: Span) -> bool:
    """Says whether words begin with "to do" and do not follow the cue ("[Norland refused] to sign, she said")."""
    if not text[span.start : span.end].lower().startswith("to "):
        return False
    before = (cue for cue in one.cue if cue.end <= span.start)
    return all(text[cue.end : span.start].strip(' “"') for cue in before)


def _with_parts(
    judged: Sequence[Proposition], parts: Sequence[Proposition]
) -> tuple[Proposition, ...]:
    """Returns the propositions, with sentences of their own instead of the plain one that holds them."""
    kept = [
        one
        for one in judged
        if one.act not in PLAIN or not any(one.span.meets(part.span) for part in parts)
    ]
    new = [part for part in parts if not any(part.span.meets(one.span) for one in kept)]
    return tuple(sorted((*kept, *new), key=lambda one: one.span))


def _judged(asked: _Asked, verdict: Verdict) -> Proposition:
    """Returns a proposition as the classifier sees it."""
    one = asked.proposition
    aspects = {name for name, likely in verdict.aspects.items() if likely >= ASPECT}
    issues = _issues(asked, verdict)
    return replace(
        one,
        act=one.act if asked.torn else _act(one, verdict),
        aspects=one.aspects | aspects,
        issues=issues,
    )


def _act(one: Proposition, verdict: Verdict) -> Act:
    """Returns the rules' act where they see one; else the classifier's, a position only where it is sure of it."""
    if one.agent is not None or one.act not in PLAIN:
        return one.act
    if verdict.act not in POSITION_ACTS or verdict.acts[verdict.act] >= SURE:
        return verdict.act
    others = {act: likely for act, likely in verdict.acts.items() if act not in POSITION_ACTS}
    return max(others, key=lambda act: others[act])


def _issues(asked: _Asked, verdict: Verdict) -> tuple[str, ...]:
    """Returns the issues: those of the rules, then the classifier's, likeliest first.

    The classifier sees the words around as well. So it is not asked about an item of a list, whose neighbours may be
    about other issues; nor is it believed, where the rules see an act, about issues that only the words around name.
    """
    one = asked.proposition
    if asked.listed:
        return one.issues
    about = [name for name, likely in verdict.issues.items() if likely >= ABOUT]
    if about and one.act not in PLAIN:
        around = score_issues(asked.case.text).keys() - asked.case.terms
        about = [name for name in about if name not in around]
    about.sort(key=lambda name: -verdict.issues[name])
    return tuple(dict.fromkeys((*one.issues, *about)))[:MANY]
