"""Learns the sides of a conflict from a text: states that no list has, armed groups, bodies with an abbreviation.

A side shows by what stands beside its adjective or name ("Kestrian forces", "Sudria's foreign minister"). People
are learnt in `gazetteer_learning`, which works on what is found here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from reportedly.model import Mention
from reportedly.vocabulary.gazetteer_index import Name
from reportedly.vocabulary.gazetteer_learning import title_at
from reportedly.vocabulary.gazetteer_names import Form
from reportedly.vocabulary.gazetteer_phrases import Word, words_of
from reportedly.vocabulary.roles import Roles, is_among, load_roles
from reportedly.vocabulary.states import load_states

_STEM = 4
"""Letters that a name and its adjective share at least."""

# Endings that make a word an adjective of a land by themselves; others need the land's name beside them in the text.
_SURE = re.compile(r"[ie]an$|ish$|ese$")
_ENDING = re.compile(r"(?:[a-z]*?)(?:n|an|ian|ean|ish|ic|ese|i|ite|er|ard)$")
_NOUN_ENDINGS = frozenset(
    {"", "a", "ia", "ea", "y", "e", "o", "os", "us", "land", "stan", "istan", "ica"}
)
_ADJECTIVE_ENDINGS = frozenset(
    {"n", "an", "ian", "ean", "ish", "ic", "ese", "i", "ite", "nian", "vian", "ine", "er"}
)
_SLIP = 0.93
"""Share of letters in common from which an unknown adjective is a known one misspelt."""

_SPEAKS = frozenset(
    {"said", "says", "told", "tells", "added", "is", "was", "has", "had", "will", "would"}
)
_ACTS = frozenset(
    {
        "demands",
        "demanded",
        "rejects",
        "rejected",
        "refuses",
        "refused",
        "wants",
        "wanted",
        "agreed",
        "agrees",
        "offered",
        "offers",
        "accused",
        "accuses",
        "shall",
        "insists",
        "insisted",
        "proposed",
        "proposes",
        "denied",
        "denies",
        "retains",
        "withdrew",
        "withdraws",
        "controls",
        "controlled",
        "signed",
        "claims",
        "claimed",
        "annexed",
        "invaded",
        "attacked",
    }
)
_NOT_ONLY_OF_STATES = frozenset({"president", "chancellor", "king", "queen"})
# After these stands a place rather than a person.
_WHERE = frozenset({"in", "into", "across", "inside", "throughout"})


@dataclass(slots=True)
class _Evidence:
    """What a text shows of one capital word."""

    # Heads that it stands before ("forces", "president").
    heads: set[str] = field(default_factory=set)
    # Whether an office and a person's name follow it.
    names_holder: bool = False
    # Whether it stands inside a sentence, where capitals are names.
    inside: bool = False
    # Whether it stands like the name of a person ("Albanese said").
    as_name: bool = False


def learn_sides(text: str, mentions: Sequence[Mention]) -> tuple[Form, ...]:
    """Returns forms of the parties and bodies that a text itself makes known.

    Args:
        text: the whole text.
        mentions: the names already known in it, ascending; what they cover is never learnt.
    """
    words = words_of(text, mentions)
    groups = tuple(_groups(text, mentions))
    inside = {word for form, _ in groups for word in form.split()}
    free = [word for word in words if word.text not in inside]
    entities = tuple(_self_proclaimed(text, mentions))
    own = (*_states(text, free, mentions), *groups, *entities, *_bodies(text, mentions))
    return (*own, *_abbreviated(text, mentions))


def _states(text: str, words: list[Word], mentions: Sequence[Mention]) -> Iterator[Form]:
    nouns = _nouns(words)
    adjectives = _adjectives(words)
    own = {word for word, shown in _possessors(words).items() if word in nouns and shown}
    acting = _acting(words, nouns)
    known = {mention.span.of(text): mention for mention in mentions}
    plain = {word.text for word in words if word.text[0].islower()}
    learnt: set[str] = set()
    for word, shown in adjectives.items():
        noun = _matching(word, nouns)
        if word.lower() in plain or not (shown.heads and (shown.inside or noun)):
            continue
        if slip := _misspelt(word):
            yield word, slip
            continue
        of = _matching(word, known)
        if of is not None:
            if known[of].party and known[of].kind in ("state", "adjective"):
                yield word, Name(known[of].name, "adjective", known[of].party)
            continue
        weight = len(shown.heads) + 2 * shown.names_holder
        if noun and weight and (weight > 1 or nouns[noun] > 1 or noun in own | acting):
            yield from _forms(word, noun)
            learnt.add(noun)
        elif (
            not noun and weight > 1 + word.endswith("ese") and _is_sure(word) and not shown.as_name
        ):
            yield from _forms(word, word)
            learnt.add(word)
    beside = {noun for noun in acting if _stands_beside(words, noun, learnt | own)}
    for noun in (own | beside) - learnt:
        yield noun, Name(noun, "state", noun)
        yield from (
            (word, Name(noun, "adjective", noun)) for word in adjectives if _is_made_of(word, noun)
        )


def _forms(adjective: str, name: str) -> Iterator[Form]:
    if name != adjective:
        yield name, Name(name, "state", name)
    yield adjective, Name(name, "adjective", name)
    if adjective.endswith("n"):
        yield f"{adjective}s", Name(name, "adjective", name)


def _is_sure(word: str) -> bool:
    return bool(_SURE.search(word)) and not word.endswith("arian")


def _matching(adjective: str, nouns: Counter[str] | dict[str, Mention]) -> str | None:
    """Returns the name that an adjective is made of ("Kestria" for "Kestrian"), the most frequent that fits."""
    fitting = [
        noun
        for noun in nouns
        if noun[:_STEM] == adjective[:_STEM]
        and noun != adjective
        and " " not in noun
        and _is_made_of(adjective, noun)
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda noun: nouns[noun] if isinstance(nouns, Counter) else 0)


def _misspelt(adjective: str) -> Name | None:
    """Returns the state whose adjective has one letter more or less ("Norlandsh"), None if there is none."""
    return next(
        (
            Name(state.name, "adjective", state.name)
            for state in load_states()
            for words in state.adjectives
            if words[0] == adjective[0] and SequenceMatcher(None, words, adjective).ratio() > _SLIP
        ),
        None,
    )


def _acting(words: list[Word], nouns: Counter[str]) -> set[str]:
    """Returns the names that do what states do ("Sudria rejected ...")."""
    return {
        word.text
        for word, after in pairwise(words)
        if word.text in nouns and after.low in _ACTS and _may_be_side(word, load_roles())
    }


def _stands_beside(words: list[Word], noun: str, sides: set[str]) -> bool:
    """Says whether a name is joined to a side ("Sudria and Norland")."""
    return any(
        joint.low == "and" and {one.text, other.text} & sides and noun in (one.text, other.text)
        for one, joint, other in zip(words, words[1:], words[2:], strict=False)
    )


def _is_made_of(adjective: str, noun: str) -> bool:
    size = 0
    for mine, its in zip(adjective, noun, strict=False):
        if mine != its:
            break
        size += 1
    return any(
        noun[cut:] in _NOUN_ENDINGS and adjective[cut:] in _ADJECTIVE_ENDINGS
        for cut in range(max(_STEM, size - 2), size + 1)
    )


def _nouns(words: list[Word]) -> Counter[str]:
    """Counts the capital words that stand as names on their own, not as part of a longer name."""
    found: Counter[str] = Counter()
    parts: set[str] = set()
    for at, word in enumerate(words):
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if not _is_name(word):
            continue
        # A surname shows by the first name or the title before it.
        if before and (
            _is_name(before) or (before.low in load_roles().titles and before.mention is None)
        ):
            parts.add(word.text)
        elif not (after and _is_name(after)) or _has_holder_after(words, at):
            found[word.text] += 1
    return Counter({name: count for name, count in found.items() if name not in parts})


def _has_holder_after(words: list[Word], at: int) -> bool:
    """Says whether a name is a side that an office stands before and its holder after ("of Sudria Ivo Tarn")."""
    following = words[at + 1 : at + 3]
    return (
        at > 1
        and words[at - 1].low == "of"
        and words[at - 2].low in load_roles().titles | {"minister"}
        and len(following) == 2
        and all(map(_is_name, following))
        and not title_at(words, at)
    )


def _is_name(word: Word) -> bool:
    return (
        word.mention is None
        and word.text.isalpha()
        and word.capital
        and not word.text.isupper()
        and len(word.text) > 1
        and word.low not in load_roles().not_first_names
    )


def _may_be_side(word: Word, roles: Roles) -> bool:
    low = word.low
    return _is_name(word) and len(low) > _STEM and low not in roles.not_sides


def _adjectives(words: list[Word]) -> dict[str, _Evidence]:
    """Gathers the capital words that stand before offices and the bodies of a state."""
    roles = load_roles()
    found: dict[str, _Evidence] = {}
    for at, word in enumerate(words[:-1]):
        if not _may_be_side(word, roles) or not _ENDING.fullmatch(word.low):
            continue
        if at and _is_name(words[at - 1]):
            if not _head_at(words, at + 1, roles)[0]:
                found.setdefault(word.text, _Evidence()).as_name = True
            continue
        shown = found.setdefault(word.text, _Evidence())
        shown.inside |= bool(at) and words[at - 1].text[:1].islower()
        shown.as_name |= words[at + 1].low in _SPEAKS or words[at + 1].text == "'s"
        head, end = _head_at(words, at + 1, roles)
        if head:
            shown.heads.add(head)
            holder = end + 1 < len(words) and _is_name(words[end]) and _is_name(words[end + 1])
            known = (
                end < len(words)
                and (found_name := words[end].mention)
                and found_name.kind == "person"
            )
            if head in roles.titles and (holder or known):
                shown.names_holder = shown.inside = True
    return found


def _head_at(words: list[Word], at: int, roles: Roles) -> tuple[str, int]:
    """Returns the head after an adjective and where it ends; a modifier may stand before it."""
    for skip in (0, 1):
        here = at + skip
        if here >= len(words):
            break
        title = title_at(words, here)
        if title and not (title in roles.officials and title not in roles.titles):
            return title, here + title.count(" ") + 2 * title.count("-") + 1
        low = words[here].low
        if is_among(roles.side_heads, low):
            return low.removesuffix("s"), here + 1
        if low not in roles.title_modifiers:
            break
    return "", at


def _possessors(words: list[Word]) -> dict[str, bool]:
    """Gathers names whose offices only states have ("Sudria's foreign minister", "Prime Minister of Sudria")."""
    roles = load_roles()
    found: dict[str, bool] = {}
    places = {words[at].text for at in range(1, len(words)) if words[at - 1].low in _WHERE}
    for at, word in enumerate(words):
        title = title_at(words, at) if word.low else None
        if title is None or title not in roles.state_titles:
            continue
        end = at + title.count(" ") + 1
        first = at
        while first and words[first - 1].low in roles.title_modifiers:
            first -= 1
        if (
            first > 1
            and words[first - 1].text in ("'", "'s")
            and _may_be_side(words[first - 2], roles)
        ):
            name = words[first - 2].text
            found[name] = found.get(name, False) or name in places
        if end + 1 < len(words) and words[end].low == "of" and _may_be_side(words[end + 1], roles):
            name = words[end + 1].text
            # Firms and clubs have presidents too.
            found[name] = (
                found.get(name, False) or title not in _NOT_ONLY_OF_STATES or name in places
            )
    for one, of, whose in zip(words, words[1:], words[2:], strict=False):
        if (
            one.low in ("government", "parliament")
            and of.low == "of"
            and _may_be_side(whose, roles)
        ):
            found[whose.text] = True
    return found


_GROUP = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’-]{1,24}\s){1,5}?(?:Front|Army|Movement|Brigades?|Militia|Forces|Council|Alliance"
    r"|Coalition|Union|Party|Organi[sz]ation))\b(?:\s\((?P<short>[A-Z][A-Z-]{1,7})\))?"
)
_CAUSE = re.compile(
    r"\b(?:Liberation|Resistance|Revolutionary|Freedom|Independence|Salvation|Insurgent)\b"
)
# Without an abbreviation only these are sure, with a word before them that says whose.
_WHOLE = re.compile(
    r".*\b[A-Z][\w-]+ (?:National |People[’']s |Popular )?(?:Liberation|Resistance|Revolutionary|Freedom|Salvation)"
    r" (?:Front|Army|Movement|Forces|Council)"
)
_ARTICLE = re.compile(r"^(?:The|A|An|But|And|In|While|When|As|If)\s")


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[Form]:
    """Yields armed groups and movements, by the cause in their name; the short name is the party's."""
    taken = [mention.span for mention in mentions]
    for match in _GROUP.finditer(text):
        lead = _ARTICLE.match(match["name"])
        name = match["name"][lead.end() :] if lead else match["name"]
        start = match.start() + len(match["name"]) - len(name)
        short = match["short"] if match["short"] and match["short"][0] == name[0] else None
        # "Norlandish Liberation Army" is a state's army where the state is known.
        end = start + len(name)
        if any(span.start <= end and start <= span.end + 1 for span in taken) or not (
            _CAUSE.search(name) if short else _WHOLE.fullmatch(name)
        ):
            continue
        party = short or name
        yield name, Name(party, "organisation", party)
        if party != name:
            yield party, Name(party, "organisation", party)


_SELF_PROCLAIMED = re.compile(
    r"\bself-(?:proclaimed|declared|styled)\s+[“\"‘']?(?P<name>(?:[A-Z][\w’'-]+\s?(?:of\s)?){1,5}(?<!\s))[”\"’']?"
    r"(?:\s\((?P<short>[A-Z]{2,6})\))?"
)
_ENTITY = re.compile(r"\b(?:Republic|State|Emirate|Kingdom|Government|Caliphate|Federation)\b")


def _self_proclaimed(text: str, mentions: Sequence[Mention]) -> Iterator[Form]:
    """Yields what calls itself a state ("the self-proclaimed Mirn People's Republic (MPR)")."""
    known = [mention.span for mention in mentions if mention.kind in ("state", "organisation")]
    for match in _SELF_PROCLAIMED.finditer(text):
        name = match["name"].replace("’", "'")
        if not _ENTITY.search(name) or any(span == match.span("name") for span in known):
            continue
        for form in {match["name"], name, match["short"]} - {None}:
            yield form, Name(name, "organisation", name)


_ABBREVIATED = re.compile(
    r"(?:[’']s)?((?:\s(?:[A-Z][\w’'-]*|of|the|for|and|on)){1,8}?)\s\(([A-Z]{2,6})\)"
)


def _abbreviated(text: str, mentions: Sequence[Mention]) -> Iterator[Form]:
    """Yields the abbreviations of a side's bodies ("the Norlandish Border Guard Service (BGS)")."""
    taken = {mention.span.of(text) for mention in mentions}
    for mention in mentions:
        if mention.party is None or mention.kind not in ("adjective", "state", "organisation"):
            continue
        match = _ABBREVIATED.match(text, mention.span.end)
        if match is None or match[2] in taken or match[2][0] not in match[1] + mention.name:
            continue
        name = f"{mention.span.of(text)}{match[0][: -len(match[2]) - 3]}"
        yield match[2], Name(name, "body", mention.party)


_BODY = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'-]{0,24}\s){0,4}?(?:Institute|Centre|Center|Council|Foundation|Observatory|Academy)"
    r"\s(?:for|on|of)(?:\sthe)?\s(?:[A-Z][\w’'-]{0,24}\s?(?:(?:and|of|the)\s)*){1,5})(?:\((?P<short>[A-Z][A-Z-]{1,7})\))?"
)
_STUDY = re.compile(
    r"\b(?:Studies|Study|Policy|Research|War|Peace|Security|Affairs|Strategy|Analysis)$"
)


def _bodies(text: str, mentions: Sequence[Mention]) -> Iterator[Form]:
    """Yields think tanks by the form of their name, their abbreviation, and "the institute" if there is one only."""
    known = {mention.name for mention in mentions if mention.kind == "think tank"}
    taken = [mention.span for mention in mentions if mention.kind in ("think tank", "body")]
    found: dict[str, str] = {}
    for match in _BODY.finditer(text):
        name = re.sub(r"^The\s|(?:\s(?:and|of|the))*\s*$", "", match["name"])
        if _STUDY.search(name) and not any(s.start <= match.start() < s.end for s in taken):
            found[name] = match["short"] or found.get(name, "")
    for name, short in found.items():
        body = Name(name.replace("\u00a0", " "), "think tank")
        yield name.replace("\u00a0", " "), body
        if short and short[0] == name[0]:
            yield f"{name} ({short})", body
            yield short, body
    if len(known | set(found)) == 1:
        name = next(iter(known | set(found)))
        if "Institute" in name:
            yield "the institute", Name(name, "think tank")
            yield "The institute", Name(name, "think tank")
