"""Tells a bare surname of a known person from the same word in another name ("Ivanka Trump", "Trump Tower")."""

from __future__ import annotations

from reportedly.vocabulary.gazetteer_index import Hit, Token
from reportedly.vocabulary.roles import is_among, load_roles

_NOT_FIRST_NAMES = frozenset(
    "a about according after again against all also although amid an and another any as asked at back because before "
    "both but by can could dear despite did does during earlier either even every for former from given had has have he "
    "her here his how however i if in instead into is it its last later let like many may meanwhile might moreover most "
    "mr mrs ms miss dr prof sir dame lord lady president-elect must neither never nevertheless next no nor not now of "
    "on once one only or other our over perhaps question recently said says shall she should similarly since so some "
    "still such that the their then there these they this those though through thus to today tomorrow under unless "
    "unlike until upon was we were what when where whether which while who whom whose why will with within without "
    "would yes yesterday yet you your re pm fm mp sen rep gov gen col lt maj comrade mister madame monsieur herr "
    "first second third finally further furthermore additionally elsewhere indeed surely clearly "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december editorial opinion analysis exclusive breaking updated update video watch".split()
)
_NOT_LAST_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december and or but the in on at to of for with from says said i".split()
)


def is_another(tokens: list[Token], hit: Hit) -> bool:
    """Says whether a person's surname found alone belongs to somebody or something else."""
    if hit.last - hit.first != 1:
        return False
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    name = tokens[hit.first]
    if before and name.start - before.end == 1 and _is_first_name(before.text):
        return True
    return bool(after and after.start - name.end == 1 and _is_last_name(after.text))


def _is_first_name(word: str) -> bool:
    low = word.lower()
    if not word[0].isupper() or word.isupper() or low in _NOT_FIRST_NAMES or low.endswith("ly"):
        return False
    return not _is_role(low) and not low.endswith(("ing", "ed", "ish", "ian", "ese"))


def _is_last_name(word: str) -> bool:
    return (
        word[0].isupper()
        and not word.isupper()
        and word.lower() not in _NOT_LAST_NAMES
        and not _is_role(word.lower())
    )


def _is_role(low: str) -> bool:
    roles = load_roles()
    lists = (roles.titles, roles.title_modifiers, roles.bodies, roles.officials)
    return any(is_among(words, low) for words in lists)
