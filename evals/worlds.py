"""Invented worlds for the seeded errors: dossiers with areas and populations, and reports made of true sentences.

Every name, number and sentence is made up here; numbers that depend on each other are calculated and then rounded as
reports round them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from math import floor, log10

from reportedly.model import PublishedBasis, Report
from reportedly.vocabulary.dossier import Dossier, Group, Party, Place, Reference

_SIDES = (
    ("Varonia", "Varonian"),
    ("Kestria", "Kestrian"),
    ("Norland", "Norlandish"),
    ("Sudria", "Sudrian"),
)
_REGIONS = ("Arvel", "Brenmark", "Cosvel", "Dravia", "Elmora", "Fennia", "Gorvad", "Hestvale")
_CITIES = (
    "Tamsel",
    "Hollin",
    "Ostrava Bay",
    "Mirgrad",
    "Pelsk",
    "Quorin",
    "Selkirk Ford",
    "Torvan",
)
_MONTHS = ("March", "April", "May", "June")


@dataclass(frozen=True, slots=True)
class World:
    """One invented conflict: what is known of it, and what is reported."""

    dossier: Dossier
    reports: tuple[Report, ...]


@dataclass(slots=True)
class _Making:
    """What the sentences of one world are made of."""

    chance: random.Random
    ours: tuple[str, str]
    theirs: tuple[str, str]
    regions: dict[str, int]
    cities: dict[str, int]
    day: str


def rounded(value: float, digits: int = 3) -> float:
    """Returns a number to so many digits, as reports round."""
    if not value:
        return 0.0
    unit = 10.0 ** (floor(log10(abs(value))) - digits + 1)
    return round(value / unit) * unit


def written(value: float) -> str:
    """Returns a number as reports write it: "21,600", "3.5"."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def make_world(number: int, seed: int = 0) -> World:
    """Returns the world of a number; the same one for the same numbers."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311  (no secret)
    ours, theirs = chance.sample(_SIDES, 2)
    regions = {
        f"{name} Oblast": chance.randrange(11_000, 48_000) for name in chance.sample(_REGIONS, 4)
    }
    cities = {name: chance.randrange(40_000, 900_000) for name in chance.sample(_CITIES, 5)}
    day = f"{chance.randrange(3, 27)} {chance.choice(_MONTHS)} 2023"
    making = _Making(chance, ours, theirs, regions, cities, day)
    texts: list[list[str]] = [[], []]
    for make in _SENTENCES:
        for text, sentence in zip(texts, make(making), strict=False):
            text.append(sentence)
    reports = tuple(
        _report(f"w{number}-{place}", " ".join(sentences), day)
        for place, sentences in enumerate(texts)
    )
    return World(_dossier(number, making), reports)


def _dossier(number: int, making: _Making) -> Dossier:
    sides = (making.ours, making.theirs)
    return Dossier(
        f"world-{number}",
        f"World {number}",
        parties=tuple(Party(name, "state", adjectives=(adjective,)) for name, adjective in sides),
        places=(
            *(
                Place(n, "region", area=Reference(a, "km2", "survey"))
                for n, a in making.regions.items()
            ),
            *(
                Place(n, "city", population=Reference(p, "people", "census"))
                for n, p in making.cities.items()
            ),
        ),
        groups=(Group("the four oblasts", ("four oblasts",), tuple(making.regions)),),
    )


def _report(name: str, text: str, day: str) -> Report:
    date, month, year = day.split()
    published = f"{year}-{3 + _MONTHS.index(month):02}-{int(date) + 1:02}"
    return Report(
        name,
        f"{name}.txt",
        "0",
        None,
        f"Outlet {name}",
        "",
        None,
        published,
        PublishedBasis.GIVEN,
        "en",
        text,
    )


def _complement(m: _Making) -> list[str]:
    region, area = next(iter(m.regions.items()))
    share = m.chance.randrange(520, 940) / 10
    rest = rounded(area * (100 - share) / 100)
    return [
        (
            f"As of {m.day}, {m.ours[0]} controls {share}% of {region}, "
            f"while {m.theirs[0]} retains about {written(rest)} square kilometers."
        )
    ]


def _share(m: _Making) -> list[str]:
    region, area = list(m.regions.items())[1]
    share = m.chance.randrange(2, 30)
    part = rounded(area * share / 100)
    return [
        "",
        (
            f"{m.theirs[1]} forces still hold {share} percent of {region}, "
            f"about {written(part)} square kilometers of {region}."
        ),
    ]


def _sum(m: _Making) -> list[str]:
    names = m.chance.sample(list(m.cities), 3)
    numbers = [rounded(m.cities[name]) for name in names]
    first = ", ".join(
        f"{name} ({written(number)} people)"
        for name, number in zip(names[:2], numbers, strict=False)
    )
    total = rounded(sum(numbers), 2)
    return [
        (
            f"Large cities such as {first} and {names[2]} ({written(numbers[2])} people) remain in the hands of "
            f"{m.theirs[0]}. These cities are home to about {written(total)} people."
        )
    ]


def _population(m: _Making) -> list[str]:
    name, people = m.chance.choice(list(m.cities.items()))
    return ["", f"{name} has a population of about {written(rounded(people))}."]


def _surface(m: _Making) -> list[str]:
    name, area = m.chance.choice(list(m.regions.items()))
    return [f"{name} covers an area of {written(rounded(area))} square kilometers."]


def _losses(m: _Making) -> list[str]:
    lost = rounded(m.chance.randrange(12_000, 98_000), 3)
    return [
        f"{m.ours[0]} has lost {written(lost)} soldiers since the beginning of the war, the general staff said.",
        f"According to officials, {m.ours[0]} has lost about {written(lost)} troops so far in the war.",
    ]


def _massed(m: _Making) -> list[str]:
    massed = rounded(m.chance.randrange(31_000, 195_000), 2)
    return [
        f"{m.ours[0]} has amassed about {written(massed)} troops near the border with {m.theirs[0]}.",
        f"Some {written(massed)} {m.ours[1]} soldiers were massed along the border, diplomats warned.",
    ]


def _children(m: _Making) -> list[str]:
    place = m.chance.choice(list(m.cities))
    children = m.chance.randrange(1_200, 19_900)
    return [
        f"In {place}, {written(children)} children have been deported, the ministry said.",
        f"At a hearing officials spoke of {written(children)} children deported from {place}.",
    ]


def _aid(m: _Making) -> list[str]:
    euros = m.chance.randrange(12, 95) * 10
    dollars = round(euros / 0.92)
    return [
        f"The allies announced €{euros} million (${dollars} million) in military aid for {m.theirs[0]}."
    ]


def _ratio(m: _Making) -> list[str]:
    whole = m.chance.randrange(2_000, 9_000)
    part = m.chance.randrange(300, 1_900)
    share = round(100 * part / whole)
    return [
        "",
        (
            f"In a survey {written(part)} people, or {share} percent of the {written(whole)} people asked, "
            "were against it."
        ),
    ]


def _change(m: _Making) -> list[str]:
    old = m.chance.randrange(210, 950) / 10
    percent = m.chance.randrange(8, 70)
    new = old * (1 + percent / 100)
    return [
        f"Exports of {m.ours[0]} rose {percent}% from ${old} billion to ${new:.1f} billion in a year."
    ]


def _rate(m: _Making) -> list[str]:
    rate, days = m.chance.randrange(11, 95) * 100, m.chance.randrange(3, 28)
    return [
        "",
        f"The army fired {written(rate)} shells a day over {days} days, a total of {written(rate * days)} shells.",
    ]


def _parts(m: _Making) -> list[str]:
    one, other = m.chance.randrange(1_100, 9_900), m.chance.randrange(1_100, 9_900)
    return [
        (
            f"The exercise involved {written(one + other)} soldiers, including {written(one)} from the army "
            f"and {written(other)} from the reserve."
        )
    ]


_SENTENCES: tuple[Callable[[_Making], list[str]], ...] = (
    _complement,
    _share,
    _sum,
    _population,
    _surface,
    _losses,
    _massed,
    _children,
    _aid,
    _ratio,
    _change,
    _rate,
    _parts,
)
