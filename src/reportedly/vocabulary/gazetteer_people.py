"""Tells a known person's name from the same word in another name ("Trump Tower")."""

from __future__ import annotations

from reportedly.vocabulary.gazetteer_index import Hit, Token
from reportedly.vocabulary.organisations import load_given_names
from reportedly.vocabulary.roles import is_among, load_roles


def is_another(tokens: list[Token], hit: Hit) -> bool:
    """Says whether a person's surname, or a place's name that is a first name too, belongs to somebody else."""
    given = tokens[hit.first].text in load_given_names()
    if hit.last - hit.first != 1 or not (given or hit.name.kind == "person"):
        return False
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    name = tokens[hit.first]
    if not given and before and name.start - before.end == 1 and _is_first_name(before.text):
        return True
    return bool(after and after.start - name.end == 1 and _is_last_name(after.text))


def _is_first_name(word: str) -> bool:
    low = word.lower()
    if (
        not word[0].isupper()
        or word.isupper()
        or low in load_roles().not_first_names
        or low.endswith("ly")
    ):
        return False
    return not _is_role(low) and not low.endswith(("ing", "ed", "ish", "ian", "ese"))


def _is_last_name(word: str) -> bool:
    return (
        word[0].isupper()
        and not word.isupper()
        and word.lower() not in load_roles().not_last_names
        and not _is_role(word.lower())
    )


def _is_role(low: str) -> bool:
    roles = load_roles()
    lists = (roles.titles, roles.title_modifiers, roles.bodies, roles.officials)
    return any(is_among(words, low) for words in lists)
