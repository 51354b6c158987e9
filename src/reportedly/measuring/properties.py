"""Which property of its object a figure gives, and which party holds, loses or demands it."""

from __future__ import annotations

import re
from functools import cache

from reportedly.measuring.clauses import Surroundings
from reportedly.measuring.durations import lasting_of
from reportedly.measuring.nouns import noun_after, participle_after
from reportedly.model import Mention, Span
from reportedly.vocabulary.units import load_amounts

_PASSIVE = re.compile(
    r"\b(?:remains?|remaining|remained|is|are|was|were|still|stays?|lies?)?\s*(?:under|in|"
    r"within)\s+(?:the\s+)?"
    r"(?:effective\s+|full\s+)?(?P<who>[\w’' -]{2,40}?)[’']?s?\s+(?:control|occupation|hands|rule)\b"
    r"|\b(?:under|in)\s+(?:the\s+)?(?:control|hands|occupation)\s+of\s+(?P<of>[\w ’'-]{2,40})"
    r"|\b(?:controlled|occupied|held|retained|administered)\s+by\s+(?P<by>[\w ’'-]{2,40})",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|n't|n’t|no longer|yet to|fail(?:s|ed)? to|without)\b", re.IGNORECASE
)
_NOMINAL = re.compile(r"\b(?P<noun>[a-z]{4,})\s+of\s+$", re.IGNORECASE)
_EMPTY_NOUNS = frozenset(
    [
        "total",
        "number",
        "maximum",
        "minimum",
        "average",
        "some",
        "part",
        "rate",
        "level",
        "figure",
        "sum",
        "amount",
        "consisting",
        "kind",
        "sort",
        "because",
    ]
)
_VERB = re.compile(
    r"\b(?P<verb>killed|wounded|injured|captured|lost|destroyed|deported|displaced|returned|released|"
    r"detained|"
    r"arrested|evacuated|abducted|sent|deployed|delivered|received|provided|pledged|allocated|announced|"
    r"approved|fired|launched|shot down|"
    r"intercepted|massed|gathered|amassed|seized|gained|took|recaptured|liberated|exchanged|swapped|"
    r"cost|spent|paid|accepted|recruited|mobili[sz]ed)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


@cache
def _stems(name: str) -> str:
    stems = sorted(load_amounts().properties[name], key=len, reverse=True)
    return "|".join(re.escape(stem) for stem in stems)


@cache
def _before(name: str) -> re.Pattern[str]:
    """A stem of this kind in the words before a figure; only the last one counts."""
    return re.compile(rf"\b(?:{_stems(name)})\w*", re.IGNORECASE)


def property_of(around: Surroundings, kind: str) -> str | None:
    """Returns the property a figure gives: "held by X", "not held by X", "to be transferred to X", "deported" ...

    Args:
        around: the figure and the words around it.
        kind: kind of its unit, inherited ones included; "count" for people and things.
    """
    if kind == "duration":
        lasting = lasting_of(around.text, around.quantity, around.clause)
        return lasting.property if lasting else None
    if around.quantity.form == "exchange":
        return "exchanged"
    if kind == "money":
        return _event(around)
    if kind == "area" and _SURFACE.search(around.before):
        return "area"
    if kind in {"share", "area"}:
        return (holding_of(around) if _of_land(around) else None) or _event(around)
    return _home(around) or _listed(around) or _event(around) or transfer_of(around)


_SURFACE = re.compile(
    r"\b(?:(?:surface|land|total)?\s?(?:area|territory|surface) of|cover(?:s|ed|ing)?|span(?:s|ned|ning)?|"
    r"measur(?:es|ed|ing))"
    r"(?:\s+(?:a|an|the|total|area|of|some))*\s+$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\blists?\b[^.;]*$", re.IGNORECASE)


def _listed(around: Surroundings) -> str | None:
    """Reads names on a list: "the list includes 40 names"."""
    noun = noun_after(around.text, around.quantity.span.end)
    names = noun and noun.words.split()[-1].lower() in {"names", "entries"}
    return "list" if names and _LIST.search(around.before) else None


def is_holding(prop: str | None) -> bool:
    """Says whether a property names who holds, took or wants a territory."""
    return prop is not None and re.search(r" by |^to be transferred", prop) is not None


def holding_of(around: Surroundings) -> str | None:
    """Returns who holds, does not hold or demands an area or share; None if the words do not say."""
    passive = _PASSIVE.search(around.after)
    if passive and not re.search(r"\b(?:percent|%|square)\b", around.after[: passive.start()]):
        words = next(group for group in passive.groups() if group)
        start = around.quantity.span.end + around.after.index(words, passive.start())
        if party := _party_in(around, Span(start, start + len(words)), last=False):
            no = "not " if _NEGATED.search(around.after[: passive.start() + 4]) else ""
            return f"{no}held by {party}"
    demand = transfer_of(around)
    if demand:
        return demand
    return _active(around)


_BETWEEN = re.compile(
    r"(?:\s+(?:currently|now|still|already|only|just|merely|about|around|the|this|these|its|last|"
    r"remaining|final|"
    r"another|further|additional|over|of|some|a|an|estimated|total|more|than|up|to|back|territory|"
    r"area|land|roughly|"
    r"approximately|nearly|almost|control|in|total))*[\s,–-]*(?:\(\s*)?",
    re.IGNORECASE,
)
"""What may stand between a verb of holding and its figure; anything else is another object."""
_LAND_WORDS = re.compile(
    r"\b(?:regions?|oblasts?|provinces?|districts?|governorates?|count(?:y|ies)|territor(?:y|ies)|"
    r"republics?|states?|areas?|"
    r"country|countries|land|island|peninsula|valley|city|town|zone|strip|front|border|square|"
    r"hectares|it|them|that|which)\b",
    re.IGNORECASE,
)


def _of_land(around: Surroundings) -> bool:
    """Says whether a share is one of land: "of" is followed by a place or a word for one, or by nothing."""
    of = re.match(r"\s+of\s+((?:[^,.;()]|[.,](?=\d)){1,60})", around.after)
    if of is None:
        return True
    span = Span(around.quantity.span.end, around.quantity.span.end + of.end())
    named = any(span.meets(m.span) and m.kind in _PLACES for m in around.mentions)
    return named or _LAND_WORDS.search(of[1]) is not None


_PLACES = frozenset({"place", "capital", "state"})


def _active(around: Surroundings) -> str | None:
    """Reads "X controls N", "X captured N", "X has been trying to capture the last N"."""
    before = around.before
    lost, held, taken = (_last(name, before) for name in ("lost", "holding", "taken"))
    best = max((m for m in (lost, held, taken) if m), key=lambda m: m.end(), default=None)
    if best is None or not _BETWEEN.fullmatch(before[best.end() :]):
        return None
    subject = Span(around.clause.start, around.clause.start + best.start())
    party = _party_in(around, subject, last=True)
    if party is None:
        return None
    if best is taken and best is not lost:
        return f"{best[0].lower()} by {party}"
    negated = _NEGATED.search(before[max(0, best.start() - 24) : best.start()]) is not None
    if best is lost:
        return f"not held by {party}"
    return f"not held by {party}" if negated else f"held by {party}"


def transfer_of(around: Surroundings) -> str | None:
    """Reads "X demands to transfer N": what X does not have and wants."""
    match = _last("transfer", around.before)
    if match is None:
        return None
    head = Span(around.sentence.start, around.clause.start + match.start())
    wants = re.search(
        r"\b(?:demand|insist|require|call(?:s|ed|ing) (?:on|for)|want|press|ultimatum|condition)\w*",
        head.of(around.text),
        re.IGNORECASE,
    )
    if wants is None:
        return None
    demander = Span(head.start, head.start + wants.start())
    pronoun = re.search(
        r"\b(?:it|they|he|she|which|that|who)\s+(?:\w+\s+)?$", demander.of(around.text)
    )
    party = None if pronoun else _party_in(around, demander, last=True)
    return f"to be transferred to {party}" if party else "to be transferred"


def _last(name: str, words: str) -> re.Match[str] | None:
    return max(_before(name).finditer(words), key=lambda match: match.start(), default=None)


def _party_in(around: Surroundings, span: Span, *, last: bool) -> str | None:
    parties: list[Mention] = [m for m in around.within(span) if m.party and m.kind != "place"]
    if not parties:
        parties = [
            m for m in around.mentions if m.party and m.kind != "place" and span.meets(m.span)
        ]
    if not parties:
        return None
    return parties[-1 if last else 0].party


def _has_inhabitants(around: Surroundings) -> bool:
    """Reads "had N inhabitants", "a city of N people"."""
    if re.search(
        r"\b(?:city|town|village|province|region|district|country) of\s+$",
        around.before,
        re.IGNORECASE,
    ):
        return re.match(r"\s+(?:people|inhabitants|residents)\b", around.after) is not None
    had = re.search(r"\b(?:has|had|have|with)\s+$", around.before, re.IGNORECASE)
    return bool(had and re.match(r"\s+(?:inhabitants|residents)\b", around.after))


_LIVING = re.compile(
    r"\s+(?:(?:people|persons|civilians)\s+)?(?:(?:still|now)\s+)?(?:live[ds]?|living|"
    r"reside)\b(?!\s+(?:as|with|under|abroad))",
    re.IGNORECASE,
)


def _home(around: Surroundings) -> str | None:
    """Reads inhabitants: "home to N people", "Place (N people)"."""
    before = around.before[-60:]
    if (
        re.search(
            r"\b(?:home to|population of|inhabited by|inhabitants|populated by)\b[^.;]*$",
            before,
            re.IGNORECASE,
        )
        or _LIVING.match(around.after)
        or _has_inhabitants(around)
    ):
        return "population"
    if around.bracket and _place_before(around) and around.quantity.unit in {"1", "people"}:
        noun = noun_after(around.text, around.quantity.span.end)
        if noun is None or (noun.of_people and not noun.participle):
            return "population"
    return None


def _place_before(around: Surroundings) -> bool:
    """Says whether a place's name stands right before the brackets."""
    bracket = around.bracket
    return bracket is not None and any(
        m.kind in {"place", "capital"} and 0 <= bracket.start - m.span.end <= 2
        for m in around.mentions
    )


_EXPECTED = re.compile(
    r"\b(?:would|will|['’]d|['’]ll) (?:also |only |surely )?(?:mean|cost|cause|bring|claim|entail|"
    r"lead to|result in)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Words of what has not happened: "That would mean hundreds of deaths"."""


def _event(around: Surroundings) -> str | None:
    """Returns the word that says what happened to what is counted ("deported", "returned", "deportation")."""
    end = around.quantity.span.end
    noun = noun_after(around.text, end)
    if noun and noun.participle:
        return noun.participle
    if noun is None and (participle := participle_after(around.text, end)):
        return participle
    nominal = _NOMINAL.search(around.before)
    if nominal and nominal["noun"].lower() not in _EMPTY_NOUNS:
        return nominal["noun"].lower()
    if _EXPECTED.search(around.before):
        return "expected"
    verb = _VERB.search(around.before)
    return verb["verb"].lower() if verb else None
