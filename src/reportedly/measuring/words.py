"""The words of a sentence with a coarse class each: no tagger, only lists, endings and the words beside.

What noun phrases they make is `phrases`' matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.measuring.nouns import is_plural
from reportedly.model import Span
from reportedly.text import word_set
from reportedly.vocabulary.verbs import load_verbs


class Word(NamedTuple):
    """One word, number or sign of a sentence."""

    start: int
    end: int
    # As printed.
    word: str
    # In small letters.
    low: str
    # "n" nominal, "d" determiner, "o" pronoun, "p" preposition, "c" and/or, "s" that/while/which, "v" verb, "i"
    # infinitive or -ing form, "x" auxiliary, "r" adverb, "#" quantity, else the sign itself.
    tag: str


DETERMINERS = word_set(
    """
    a an the this that these those its their his her our my your whose each every any some all both no another
    many much more most few several half such mere whopping staggering
    """
)
_PRONOUNS = word_set(
    """
    i you he she it we they them him us me there here himself itself themselves who which whom what
    that everyone someone nobody anybody something nothing everything
    """
)
_PREPOSITIONS = word_set(
    """
    of in on at by to from with without for as into onto over under about after before during since until till against
    between through throughout within near along around across among amid toward towards per via despite versus
    than like including excluding beyond above below off up down out behind beside besides inside outside upon
    compared due according ago worth plus minus following regarding concerning unlike except amongst
    """
)
_CONJUNCTIONS = word_set("and or but nor &")
_SUBORDINATORS = word_set(
    "while whereas although though because when where if whether unless once that which who whom whose so how why"
)
_AUXILIARY = word_set(
    """
    is are was were be been being am 's 're has have had do does did will would shall should can could may might must
    cannot won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't
    """
)
_ADVERBS = word_set(
    """
    not also still already now then just only even ever never again soon later earlier yet once so too very far
    quite rather less almost nearly perhaps maybe today yesterday tomorrow tonight meanwhile however therefore instead
    overall overnight ahead away together alone thus else almost well often always sometimes
    globally annually year-on-year year-over-year quarter-on-quarter month-on-month least
    n't altogether apart abroad back previously
    """
)
_NOMINAL_LY = word_set(
    """
    family supply ally rally july italy daily weekly monthly yearly early likely deadly only assembly monopoly reply
    friendly costly elderly anomaly quarterly hourly fly lovely belly holy bully lily
    """
)
_MONTHS = word_set("jan feb mar apr may jun jul aug sep oct nov dec")
_CONTRACTED = word_set(
    "it's he's she's that's there's what's who's i'm we're they're you're i've we've they've you've"
)
_ING_NOUNS = word_set(
    """
    spending trading funding building meeting training housing shipping banking manufacturing mining engineering
    lending borrowing hearing feeling beginning offering filing holding saving warning ruling killing shooting bombing
    shelling fighting crossing opening rating setting wedding parking sharing financing pricing marketing advertising
    farming fishing hunting gambling processing testing planning drilling setting being recording gathering listing
    helping winning painting drawing crude landing earning blessing understanding suffering teaching ceiling evening
    morning spring king ring string wing pudding
    """
)
_MODAL = word_set(
    "to will would shall should can could may might must do does did not cannot n't won't don't doesn't didn't"
)
_WORD = re.compile(
    r"(?<=\s)['’]s(?=\s)|(?:[A-Z]\.)+(?=[\s,’'])|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Lt|Col|Prof|Inc|Corp|Co|Ltd|Bros|vs)\.|"
    r"[^\W\d_]+(?:[’'&.](?=[^\W\d_])[^\W\d_]+|-[\w]+)*[’'](?=\s)|"
    r"[^\W_](?:[\w&]|[-–’'/](?=\w)|\.(?=[A-Za-z]\b)|\.(?=[a-z]{2,3}\b))*|[^\w\s]"
)
GENITIVE = re.compile(r"['’]s?$")


def read_words(text: str, sentence: Span, quantities: Sequence[Span]) -> list[Word]:
    """Returns the words of a sentence with their classes; each quantity is one word."""
    raw: list[Word] = []
    at, ends = sentence.start, [*quantities, Span(sentence.end, sentence.end)]
    for quantity in ends:
        raw.extend(
            Word(*match.span(), match[0], match[0].lower().replace("’", "'"), "")
            for match in _WORD.finditer(text, at, max(at, quantity.start))
        )
        if quantity.end > quantity.start:
            raw.append(Word(*quantity, quantity.of(text), "", "#"))
        at = max(at, quantity.end)
    tagged: list[Word] = []
    for index, word in enumerate(raw):
        tag = word.tag or _tag(tagged, word, raw, index)
        tagged.append(word._replace(tag=tag))
    return tagged


def _tag(  # noqa: C901, PLR0911, PLR0912  (one list of classes, the first that fits)
    before: Sequence[Word], word: Word, raw: Sequence[Word], index: int
) -> str:
    """Returns the class of a word; see `Word.tag`."""
    low = word.low
    following = raw[index + 1] if index + 1 < len(raw) else None
    last = before[-1] if before else None
    if low == "'s" and last is not None:
        owned = following is not None and (
            following.tag == "#" or (_may_be_noun(following) and not following.low.endswith("ing"))
        )
        return "n" if last.tag == "n" and owned else "x"
    if not word.word[0].isalnum():
        return "." if low in ".!?" else ";" if low == "#" else low
    if low in _CONTRACTED:
        return "o"
    if low[0].isdigit():
        named = (
            last is not None
            and last.tag == "n"
            and last.word[0].isupper()
            and last.low.rstrip(".")[:3] not in _MONTHS
        )
        return "n" if named else "r" if re.fullmatch(r"[\d.,:/]+", low) else "n"
    if low in _AUXILIARY:
        return "n" if word.word[0].isupper() and low in {"may", "will"} and last else "x"
    if low == "that":
        return _that(last, following)
    if low in _SUBORDINATORS:
        return "s"
    if low in _PRONOUNS and word.word != "US":
        return "o"
    if low == "such" and following and following.low == "as":
        return "p"
    if low in DETERMINERS:
        return "d"
    if low in _COMPASS and following and following.low == "of":
        return "p"
    if low.endswith("s") and word.word.islower() and _counts_on(before):
        return "n"
    if low in _PREPOSITIONS:
        return "n" if low == "worth" and last and last.low == "net" else "p"
    if low in _CONJUNCTIONS:
        return "c"
    if _is_adverb(word, last, following):
        return "r"
    if word.word[0].isupper() and last is not None and last.tag not in {".", '"', "“", ":"}:
        return "v" if _is_headline_verb(last, low) else "n"
    return _verb(last, word, following) or "n"


_COMPASS = word_set("north south east west northeast northwest southeast southwest")


def _is_adverb(word: Word, last: Word | None, following: Word | None) -> bool:
    low = word.low
    if low in {"worldwide", "nationwide"}:
        names = following is not None and following.word[0].isalpha()
        return not names or (following is not None and following.low in _PREPOSITIONS)
    ends = low.endswith("ly") and len(low) > 4 and low not in _NOMINAL_LY
    return low in _ADVERBS or (ends and (word.word.islower() or last is None))


def _is_headline_verb(last: Word, low: str) -> bool:
    """Says whether a capital word is the verb of a headline: "Troops Took the Port"."""
    named = last.tag == "n" and last.word[0].isupper() and is_plural(last.word)
    return named and low in load_verbs().past


def _counts_on(before: Sequence[Word]) -> bool:
    """Says whether a plural is due: a count above one and a singular stand right before ("two home runs")."""
    if len(before) < 2 or before[-2].tag != "#" or before[-1].tag != "n":
        return False
    bare = re.search(
        r"\d$|(?:two|three|four|five|six|seven|eight|nine|ten)$", before[-2].word.lower()
    )
    return bare is not None and not is_plural(before[-1].word) and before[-1].word.islower()


def _that(last: Word | None, following: Word | None) -> str:
    if last is not None and last.tag in {"n", "v", "#"}:
        return "s"
    return (
        "d"
        if following and following.low not in DETERMINERS and following.word[0].islower()
        else "o"
    )


def _verb(  # noqa: C901, PLR0911  (one list of forms, the first that fits)
    last: Word | None, word: Word, following: Word | None
) -> str:
    """Returns the class of a form of a verb, "" for any other word."""
    verbs, low = load_verbs(), word.low
    tag, after = (last.tag if last else ""), (following.low if following else "")
    nominal_after = bool(following and _may_be_noun(following))
    if low == "aged":
        return "v"
    if "-" in low and low.endswith(("ed", "en", "ing")):
        return ""
    if (
        low in _SAME_PAST
        and following
        and following.tag == "#"
        and tag in {",", ")", "n", "o", "x", "r"}
    ):
        return "v"
    if low in verbs.past or (len(low) > 4 and low.endswith("ed") and not low.endswith("eed")):
        return _past(last, low, after, nominal_after=nominal_after)
    if low.endswith("ing") and len(low) > 4:
        if last and last.low in {"old", "long"} and nominal_after:
            return ""
        genitive = bool(last and last.tag == "n" and GENITIVE.search(last.word))
        if low in _ING_NOUNS and not (last and tag == "n" and is_plural(last.word)):
            return "i" if tag in {"", "x", "c", ",", "s"} and not nominal_after else ""
        return "" if genitive else _ing(tag, low, nominal_after=nominal_after)
    if (
        tag == "#"
        and last
        and "-" not in last.word
        and low in verbs.bases
        and (after in DETERMINERS or after in _PREPOSITIONS)
    ):
        return "v"
    if tag == "#" and f"{low}s" in verbs.third_or_noun and after in DETERMINERS:
        return "v"
    if tag in {"d", "p", "#"} and not (last and last.low == "to"):
        return ""
    if tag in {"n", "o", "s", "r", ")", ","} and _is_third(low, following):
        return "v"
    counted = following is not None and (following.tag == "#" or following.low in DETERMINERS)
    if (tag == "o" or (tag == "c" and counted)) and (
        low in verbs.third_or_noun or low in verbs.third
    ):
        return "v"
    return _verb_among(last, word, following) if last else ""


def _verb_among(  # noqa: PLR0911  (one list of forms, the first that fits)
    last: Word, word: Word, following: Word | None
) -> str:
    """Returns the class of a base or -s form that only its neighbours tell to be a verb, "" for any other word."""
    verbs, low, tag = load_verbs(), word.low, last.tag
    after = following.low if following else ""
    if last.low in _MODAL and low.islower() and low.isalpha() and low != "date":
        return "v"
    if tag == "c" and low in verbs.bases and bool(following and _may_be_noun(following)):
        return "v"
    if (
        following
        and tag == "n"
        and (low in verbs.third_or_noun or low in verbs.bases)
        and _between_names(last, following)
    ):
        return "v"
    if (
        tag == "n"
        and is_plural(last.word)
        and f"{low}s" in verbs.third_or_noun
        and after in DETERMINERS
    ):
        return "v"
    if (
        tag == "n"
        and re.fullmatch(r"[a-z]{3,}[^sui]s", low)
        and after in _OWNED
        and not is_plural(last.word)
        and not GENITIVE.search(last.word)
    ):
        return "v"
    if low in verbs.bases and (tag == "o" or (tag == "n" and is_plural(last.word))):
        return "v"
    return ""


_OWNED = word_set("a an the its their his her our my")


def _between_names(last: Word, following: Word) -> bool:
    """Says whether a form in -s stands between two names, where it is a verb: "Varon leads Kestrel"."""
    names = last.word[0].isupper() and following.word[0].isupper()
    return (
        names and last.word.isalpha() and not last.word.isupper() and not is_plural(following.word)
    )


_SAME_PAST = word_set("cost hit cut put shed set spread")


def _is_third(low: str, following: Word | None) -> bool:
    """Says whether a form in -s is a verb: before another verb or at the end of a clause it is rather a plural."""
    verbs, after = load_verbs(), following.low if following else ""
    if low in verbs.third:
        ends = (
            not after[:1].isalnum()
            and not (following and following.tag == "#")
            and after not in {'"', "“"}
        )
        return low in {"says", "remains", "exists"} or not (
            ends or after in verbs.past or after in _AUXILIARY
        )
    object_follows = bool(
        following and following.tag == "#"
    ) or after in DETERMINERS | _PRONOUNS - {"that"}
    return low in verbs.third_or_noun and object_follows


def _past(last: Word | None, low: str, after: str, *, nominal_after: bool) -> str:
    """A form in -ed: an adjective before a noun after a determiner, else a verb."""
    tag = last.tag if last else ""
    if low in {
        "cut",
        "cost",
        "hit",
        "set",
        "put",
        "spread",
        "split",
        "lead",
        "left",
        "shed",
        "read",
        "lay",
        "bid",
        "bet",
        "cast",
        "hurt",
        "wind",
        "ground",
        "bound",
        "light",
        "bit",
        "let",
        "drunk",
    }:
        verb = tag in {"n", "o", "x", "s", "r"} or bool(last and last.low == "to")
        return "v" if verb and not (tag == "n" and last and not last.word[0].isalpha()) else ""
    if tag in {"d", "#"} or (tag == "p" and last and last.low not in {"as", "than", "to"}):
        return "" if nominal_after or tag == "d" else "v"
    if tag in {"", "c", ",", "r"} and nominal_after and after not in DETERMINERS:
        return ""
    return "v"


def _ing(tag: str, low: str, *, nominal_after: bool) -> str:
    if tag == "x":
        return "v"
    if low not in load_verbs().ing:
        return "" if tag in {"d", "#"} else "i"
    if tag in {"d", "#"} or (
        tag in {"p", ""} and nominal_after and low in {"rising", "falling", "growing"}
    ):
        return ""
    return "i"


def _may_be_noun(word: Word) -> bool:
    low = word.low
    small = low in DETERMINERS or low in _PREPOSITIONS or low in _CONJUNCTIONS or low in _PRONOUNS
    other = low in _AUXILIARY or low in _ADVERBS or low in _SUBORDINATORS
    past = low in load_verbs().past and not low.endswith("ed")
    return low[:1].isalpha() and not small and not other and not past
