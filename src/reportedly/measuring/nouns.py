"""The noun phrase after a number, read without a tagger: from function words, plurals and participles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.model import Span
from reportedly.vocabulary.units import load_amounts


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted, as far as the words after the number tell."""

    span: Span
    # The words as printed, without leading "of the".
    words: str
    # Whether its last word is a plural.
    plural: bool
    # Whether it counts people.
    of_people: bool
    # The participle that says what was done to or by it ("killed", "returned"), "" if none.
    participle: str


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_STOP = _words(
    """
    a an the this that these those and or but nor of in on at by to from with without for as into onto over
    under about after before during since until till while when where which who whom whose what if than then
    there here it they them us others he she we you i
    is are was were be been being am has have had do does did will would
    shall should can could may might must not no yes also so yet because although though however across among
    against between through throughout within near along around towards toward out up down off per via now
    today more less including according only even still already just ago later earlier each every both its
    their his her our your my s t says said say told such like respectively so-called remain remains remained
    make made take took come came below above due saying met
    oppose opposes support supports approve approves disapprove disapproves favor favour back backs believe
    believes think thinks want wants agree agrees disagree expect expects feel feels view trust
    """
)
_IRREGULAR = _words(
    """
    people children men women police personnel troops dead wounded aircraft servicemen policemen feet forces
    militia cattle infantry casualties staff crew manpower lives media data
    """
)
_IRREGULAR_PARTICIPLES = _words(
    """
    killed died wounded injured slain shot held taken lost found born dead missing sent given seen hit sunk shot
    left fled known written brought caught forced seen drawn built driven hurt paid sold spent freed stolen
    """
)
_OPINIONS = _words(
    """
    oppose opposes support supports approve approves disapprove disapproves favor favour back backs believe
    believes think thinks want wants agree agrees disagree expect expects feel feels view trust
    """
)
"""Verbs of polls, which follow a share as its property ("72 percent oppose")."""
_AUXILIARY = _words(
    """
    is are was were be been being has have had will would may might could can
    """
)
_WORD = re.compile(
    r"[ \u00a0]*[\"“”‘']?(?P<word>(?:[A-Z]\.){2,}|[^\W\d_](?:[\w&]|[-’'](?=\w)|\.(?=[A-Z]\b))*)"
)
_FIRST_PARTS = _words(
    "personnel police aircraft infantry staff data media sales arms weapons goods"
)
"""Plurals that are often only the first part of a compound ("personnel carriers")."""
_RATE = re.compile(
    r"(?:,? (?:per|each|every)|[- ]an?|-per)[- ](?P<per>annum|share|year|month|week|day|hour|minute|second|"
    r"barrel|ounce|gallon|pound|litre|liter|unit|piece|vote|ticket|seat|game|season|quarter|fortnight|"
    r"decade|person|capita|head|dozen|ton|tonne|kilometer|kilometre|mile|night|gram(?:me)?|"
    r"millisecond)\b|"
    r" (?P<often>annually|yearly|daily|monthly|weekly|hourly|nightly)\b(?! \w+s\b)|/(?P<sign>share|"
    r"year|month|day|barrel)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 5


_ADJECTIVE = re.compile(r"un[a-z]+ed|(?!fami|assemb|supp|al)[a-z]+ly")
"""What is no noun when it stands alone."""


def noun_after(text: str, end: int) -> Noun | None:
    """Returns the noun phrase that begins right after a place, None where none does.

    "331 names and", "1,200 enemy troops were killed", "40 of the hostages": the phrase ends at its first plural,
    at a function word or at a participle.
    """
    start = _skip_of(text, end)
    words: list[re.Match[str]] = []
    plural, at = False, start
    while len(words) < _MOST_WORDS and (match := _WORD.match(text, at)):
        word = match["word"]
        if word.lower() in _STOP or (
            words and _is_participle(word) and not _noun_follows(text, match)
        ):
            break
        if not words and _is_participle(word) and not _noun_follows(text, match):
            break
        lower_before = words and words[-1]["word"][0].islower()
        if lower_before and word[0].isupper() and not _noun_follows(text, match):
            break
        words.append(match)
        at = match.end()
        plural = is_plural(word)
        if plural and not (word.lower() in _FIRST_PARTS and _plural_follows(text, at)):
            break
    if not words or (len(words) == 1 and _ADJECTIVE.fullmatch(words[0]["word"])):
        return None
    span = Span(words[0].start("word"), words[-1].end("word"))
    phrase = span.of(text)
    return Noun(span, phrase, plural, of_people(phrase), participle_after(text, span.end))


def noun_in(text: str, end: int) -> Noun | None:
    """Returns what an amount of money is or pays for: "$2 billion in military aid", "3 million euros for schools"."""
    joint = re.match(r" (?:worth of|in|for)(?: the| its| their)? (?=[a-z])", text[end : end + 24])
    return noun_after(text, end + joint.end() - 1) if joint else None


def is_plural(word: str) -> bool:
    """Says whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return True
    return (
        len(lower) > 3
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "’s", "'s", "ous"))
    )


def singular(word: str) -> str:
    """Returns a noun without its plural ending; irregular ones are left."""
    if not is_plural(word) or word.lower() in _IRREGULAR:
        return word
    if word.lower().endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if re.search(r"(?:ss|x|ch|sh)es$", word) else word[:-1]


def of_people(phrase: str) -> bool:
    """Says whether a noun phrase counts people: by its head, or as a capitalised plural of a people ("Norlanders")."""
    phrase = re.split(r" (?:of|from|in|against|to|with|on|about|for|between) ", phrase)[0]
    words = phrase.split()
    head = words[-1].lower()
    if (
        head in _people()
        or head.rstrip("s") in _people()
        or singular(head) in _people()
        or phrase.lower() in _people()
    ):
        return True
    sure = re.fullmatch(r"[A-Z][a-z]+(?:[csrt]ans|ians|ese)|Republicans|Democrats", words[-1])
    return (len(words) == 1 or sure is not None) and re.fullmatch(
        r"[A-Z][a-z]+(?:ans|ians|ers|ese|is|ish)|Poles|Danes|Swedes|Greeks|Turks|Czechs|Slovaks|Serbs|Croats|"
        r"Arabs|Kurds|Finns|Scots|Dutch|French|Swiss|Republicans|Democrats|Protestants|Sunnis",
        words[-1],
    ) is not None


@cache
def _people() -> frozenset[str]:
    return load_amounts().people


def participle_after(text: str, end: int) -> str:
    """Returns the participle that follows a noun, with auxiliaries between or without."""
    at, seen = end, 0
    closing = re.match(r"\s*\([^)]{0,40}\)", text[end : end + 44])
    at += closing.end() if closing else 0
    while seen < 5 and (match := _WORD.match(text, at)):
        word = match["word"]
        if _is_participle(word) or word.lower() in _OPINIONS:
            return word.lower()
        if not word.lower().endswith("ly") and word.lower() not in _AUXILIARY | {
            "not",
            "also",
            "already",
            "so",
            "far",
            "reportedly",
            "who",
        }:
            return ""
        at, seen = match.end(), seen + 1
    return ""


def _is_participle(word: str) -> bool:
    lower = word.lower()
    regular = len(lower) > 4 and lower.endswith("ed") and not lower.startswith("un")
    return lower in _IRREGULAR_PARTICIPLES or regular


def _noun_follows(text: str, match: re.Match[str]) -> bool:
    """Says whether a participle is an adjective here: "abducted children" but "names released"."""
    following = _WORD.match(text, match.end())
    if text[match.start("word") - 4 : match.start("word")].endswith("ly ") and following:
        following = (
            _WORD.match(text, following.end()) if not is_plural(following["word"]) else following
        )
    if following and re.fullmatch(r"[A-Z]\w+(?:an|ish|ese|ian)", following["word"]):
        following = _WORD.match(text, following.end())
    return bool(
        following and is_plural(following["word"]) and following["word"].lower() not in _STOP
    )


def _plural_follows(text: str, at: int) -> bool:
    following = _WORD.match(text, at)
    word = following["word"] if following else ""
    return is_plural(word) and word.lower() not in _STOP


def rate_after(text: str, end: int) -> str:
    """Returns the unit that an amount is counted by, "day" for "1,000 shells a day"; "" if none follows."""
    match = _RATE.match(text, end)
    if match is None or re.match(r" (?:earlier|ago|before|later|after|old)\b", text[match.end() :]):
        return ""
    per = (match["per"] or match["often"] or match["sign"]).lower()
    return {
        "annually": "year",
        "yearly": "year",
        "daily": "day",
        "monthly": "month",
        "weekly": "week",
        "hourly": "hour",
        "nightly": "night",
        "liter": "litre",
        "annum": "year",
        "capita": "person",
        "head": "person",
        "gramme": "gram",
    }.get(per, per)


def _skip_of(text: str, end: int) -> int:
    joint = re.match(
        r"-(?=\w)| of (?:the |its |their |our |all |these |those )?| (?:more|other|further|additional) ",
        text[end : end + 20],
    )
    return end + joint.end() if joint else end
