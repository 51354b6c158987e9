"""Whether a name is a woman's or a man's, as far as the first name or the title tells; for pronouns only."""

from __future__ import annotations

from functools import cache

from reportedly.vocabulary.loading import shipped

_SHE = frozenset(
    {
        "mrs", "ms", "miss", "madam", "mme", "lady", "queen", "princess", "spokeswoman", "chairwoman",
        "congresswoman", "woman", "businesswoman",
    }
)  # fmt: skip
_HE = frozenset(
    {
        "mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "pope", "emir", "man",
        "businessman",
    }
)  # fmt: skip


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in shipped("first_names.yaml").items()}


@cache
def pronoun_of(name: str) -> str | None:
    """Returns "he" or "she" for a person's name or title, None if it leaves that open."""
    words = [word.strip(".,") for word in name.split()]
    titles = {word.lower() for word in words}
    if titles & _SHE:
        return "she"
    if titles & _HE:
        return "he"
    if len(words) < 2:
        return None
    for key, names in _lists().items():
        if words[0].split("-")[0] in names:
            return key
    return "she" if words[0].endswith("a") and len(words[0]) > 3 else None


def is_first_name(word: str) -> bool:
    """Says whether a word is a first name of the lists."""
    return any(word in names for names in _lists().values())
