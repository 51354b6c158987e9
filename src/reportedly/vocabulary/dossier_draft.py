"""Writes a start for a dossier from the names that a ledger uses: YAML with a comment at each entry.

Takes counts and returns words; reading a ledger and writing a file are the command line's matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import yaml

from reportedly.vocabulary.dossier_counts import PUBLISHERS
from reportedly.vocabulary.dossier_names import Used
from reportedly.vocabulary.organisations import load_organisations

_ENDLESS = 1_000_000
_FORMS = 6
"""Other forms listed with a name."""

_HEAD = """\
# A start for a dossier, written by `reportedly dossier new` from {reports}.
# It holds what reports name most often, and says how often; it is no more certain than they are read. What to do:
# 1. give the id and the name below; throw out whoever is no side, person or place of this conflict;
# 2. put people under the right party and mend their roles; add since and until where you are sure;
# 3. add places with areas, each with its source, and groups of places that reports speak of as one;
# 4. `reportedly dossier check FILE` says what is wrong, and `--dossier FILE` uses it.
# Every key is explained in docs/dossiers.md.
"""
_NO_PARTIES = (
    "# No side is named yet: add reports first, or write your own. An entry looks like this:\n"
)
_EXAMPLE = """\
#  - name: Norland
#    adjectives: [Norlandish]
#    people:
#      - {name: Signe Aldal, role: foreign minister}
"""


def draft_dossier(names: Sequence[Used], id_: str, reports: int, limit: int = 12) -> str:
    """Returns the text of a dossier that loads.

    Args:
        names: what the ledger names, the most frequent first.
        id_: the id to give it.
        reports: how many reports were read.
        limit: at most so many parties, people and bodies of each, places and outlets.
    """
    kinds: Mapping[str, list[Used]] = _by_kind(names)
    parties = kinds["party"][:limit]
    sides = {party.name for party in parties}
    taken = sides | _other_names(parties)
    lines = [_HEAD.format(reports=_counted(reports, "report")) + f"id: {_flow(id_)}"]
    lines.append("name: Talks to be named  # the title of the conflict, for people")
    lines += _parties(parties, kinds, limit)
    lines += _places([one for one in kinds["place"] if one.name not in taken][:limit])
    publishers = sorted(
        (one for kind in PUBLISHERS for one in kinds[kind]), key=lambda one: one.frequency
    )
    lines += _outlets(publishers[:limit])
    lines += _homeless(kinds, sides, limit)
    return "\n".join(lines) + "\n"


def _by_kind(names: Iterable[Used]) -> Mapping[str, list[Used]]:
    """Returns the names by their kind, each once within it."""
    kinds: dict[str, dict[str, Used]] = defaultdict(dict)
    for one in names:
        kinds[one.kind].setdefault(one.name, one)
    found: defaultdict[str, list[Used]] = defaultdict(list)
    found.update({kind: list(known.values()) for kind, known in kinds.items()})
    return found


def _other_names(parties: Iterable[Used]) -> set[str]:
    return {form for one in parties for form in (*one.forms, *one.adjectives)}


def _parties(parties: Sequence[Used], kinds: Mapping[str, list[Used]], limit: int) -> Iterator[str]:
    if not parties:
        yield _NO_PARTIES + _EXAMPLE + "parties: []"
        return
    yield "parties:"
    claimed: set[str] = {one.name for one in parties}
    for party in parties:
        yield f"  # {_often(party, 'holds or makes')}"
        yield f"  - name: {_flow(party.name)}"
        if (kind := _kind(party.name)) != "state":
            yield f"    kind: {kind}"
        yield from _forms_of(party, claimed)
        for key in ("person", "body"):
            members = (one for one in kinds[key] if one.party == party.name)
            yield from _members(list(islice(members, limit)), key)


def _kind(name: str) -> str:
    """Returns the kind of a party that the general lists know; "state" for any other, to be mended."""
    kind = next((one.kind for one in load_organisations() if one.name == name), None)
    if kind is None:
        return "state"
    return "armed group" if kind == "armed group" else "organisation"


def _forms_of(party: Used, claimed: set[str]) -> Iterator[str]:
    """Yields the lists of other names, without those that a party before it has."""
    demonyms = [form for form in party.adjectives if form.endswith("s") and not form.endswith("ss")]
    lists = {
        "aliases": list(party.forms),
        "adjectives": [form for form in party.adjectives if form not in demonyms],
        "demonyms": demonyms,
    }
    for key, forms in lists.items():
        free = [form for form in forms if form not in claimed][:_FORMS]
        claimed.update(free)
        if free:
            yield f"    {key}: {_flow_list(free)}"


def _members(members: Sequence[Used], kind: str) -> Iterator[str]:
    if members:
        yield "    people:" if kind == "person" else "    bodies:"
    for one in members:
        parts = [f"name: {_flow(one.name)}"]
        if one.forms:
            parts.append(f"aliases: {_flow_list(one.forms[:_FORMS])}")
        if one.role and kind == "person":
            parts.append(f"role: {_flow(one.role)}")
        yield f"      - {{{', '.join(parts)}}}  # {_often(one)}"


def _places(places: Sequence[Used]) -> Iterator[str]:
    if not places:
        return
    yield "# Names that look like places; kind is a guess where reports do not say it. Add part_of and area_km2."
    yield "places:"
    for one in places:
        yield f"  - {{name: {_flow(one.name)}, kind: {one.role}}}  # {_often(one)}"


def _outlets(outlets: Sequence[Used]) -> Iterator[str]:
    seen: set[str] = set()
    if outlets:
        yield "# Agencies, outlets and think tanks that the general list does not have."
        yield "outlets:"
    for one in outlets:
        if one.name not in seen:
            seen.add(one.name)
            yield f"  - {{name: {_flow(one.name)}, kind: {one.kind}}}  # {_often(one)}"


def _homeless(kinds: Mapping[str, list[Used]], sides: set[str], limit: int) -> Iterator[str]:
    """Yields, as comments, people and bodies who speak and whose side no report tells."""
    speakers = [*kinds["person"], *kinds["body"]]
    alone = [one for one in speakers if one.party not in sides and one.statements]
    alone.sort(key=lambda one: one.frequency)
    if alone:
        yield "# They speak, but no report tells for which of these sides; put them where they belong, if anywhere:"
    for one in alone[:limit]:
        role = f", {_comment(one.role)}" if one.role else ""
        yield f"#   {_comment(one.name)}{role}: {_often(one)}"


def _often(one: Used, makes: str = "makes") -> str:
    """Returns how often a name is used ("named 14 times in 5 reports, makes 6 statements")."""
    times = "once" if one.named == 1 else f"{one.named} times"
    named = f"named {times} in {_counted(one.reports, 'report')}"
    if not one.named:
        named = f"in {_counted(one.reports, 'report')}"
    statements = f", {makes} {_counted(one.statements, 'statement')}" if one.statements else ""
    return named + statements


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _flow(words: str) -> str:
    """Returns words as YAML takes them anywhere on a line, in quotes where they need some."""
    return _flow_list([words])[1:-1]


def _flow_list(words: Iterable[str]) -> str:
    names = list(words)
    plain = all(name.isprintable() for name in names)  # else some line ends would be read as spaces
    made: str = yaml.safe_dump(
        names,
        default_flow_style=True,
        default_style=None if plain else '"',
        allow_unicode=plain,
        width=_ENDLESS,
    )
    return made.strip()


def _comment(words: str) -> str:
    """Returns words that cannot end the comment they stand in."""
    return "".join(one if one.isprintable() else " " for one in words)
