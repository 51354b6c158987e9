"""Small closed word classes of English that clause and phrase boundaries are read from.

Words that carry acts live in `vocabulary/act_cues.yaml`, not here.
"""

from __future__ import annotations

from reportedly.text import word_set

AUXILIARIES = word_set(
    "am is are was were be been being has have had having do does did will would shall should can could may might must "
    "'s 're 've 'll 'd 'm won't wouldn't don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't hasn't "
    "haven't hadn't shouldn't ought going"
)
NEGATIONS = word_set(
    "not never n't won't wouldn't don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't hasn't "
    "haven't hadn't shouldn't neither nor"
)
ADVERBS = word_set(
    "also again further still now long once never not already even then often always both previously recently thus "
    "therefore however meanwhile earlier later instead soon just only yet hence moreover thereby too officially "
    "nevertheless nonetheless additionally besides today yesterday"
)
CATENATIVES = word_set(
    "continue continues continued continuing want wants wanted decide decides decided seem seems seemed appear appears "
    "appeared begin begins began start starts started plan plans planned intend intends intended likely expected "
    "try tries tried trying set able unable prepared hope hopes hoped keep keeps kept used aim aims"
)
DETERMINERS = word_set(
    "the a an this that these those its his her their our your my some any all no every each both either other another "
    "such more most further new key main many several"
)
POSSESSIVES = word_set("its his her their our my your whose")
PREPOSITIONS = word_set(
    "of in on at by for with from to into over under against about between among through during without within across "
    "toward towards upon amid despite including regarding concerning per via like after before since until as than "
    "following near beyond"
)
SUBORDINATORS = word_set(
    "that while although though whereas because if unless when whenever where whether which who whom whose since after "
    "before until but as than so once"
)
COORDINATORS = frozenset(("and", "or", "but", "nor"))
PRONOUNS = word_set("i we he she they it you")
CLAUSE_SIGNS = frozenset('.,;:—–-()“”"|•\n')
DASHES = frozenset("—–")
BREAKERS = word_set("while although though whereas but which who because so when if unless")
FINITE = AUXILIARIES - {"be", "been", "being", "having", "have", "going"}


def is_adverb(low: str) -> bool:
    """Says whether a word may stand between subject and verb without changing either."""
    return low in ADVERBS or (
        low.endswith("ly")
        and len(low) > 4
        and low
        not in {
            "italy",
            "july",
            "family",
            "ally",
            "assembly",
            "supply",
            "reply",
            "apply",
            "rely",
            "early",
            "daily",
        }
    )


def is_participle(low: str) -> bool:
    """Says whether a lower-case word looks like a participle after a noun ("published", "citing")."""
    return (
        len(low) > 4
        and low.endswith(("ed", "ing"))
        and low
        not in {"red", "united", "meeting", "building", "king", "spring", "morning", "evening"}
    )
