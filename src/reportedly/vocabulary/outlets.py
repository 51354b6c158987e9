"""Agencies, outlets and think tanks of the world: the list, its lint, finding their names in a text.

What a name means in its sentence (who is credited with what) is the business of `reading` and
`resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.model import Mention, Span
from reportedly.vocabulary.loading import shipped
from reportedly.vocabulary.states import load_states

FILE = "outlets.yaml"
KINDS = frozenset({"agency", "outlet", "think tank"})
_KEYS = frozenset({"name", "kind", "country", "domain", "also", "guarded", "state_run"})
_COUNTRY = re.compile(r"[A-Z]{2}|INT")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")

# A guarded form counts after an article, or beside a word of citing: this is what "beside" means.
_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]old|[Cc]iting|[Bb]y|[Vv]ia|[Ss]ource|[Qq]uoted|[Ww]ith|newspaper|magazine|agency"
    r"|broadcaster|channel|outlet|website|tabloid|daily|weekly|[Dd]em|[Dd]er|[Dd]ie|[Ll]e|[Ll]a)\s*:?\s*[\"“«'‘]?)$"
)
_AFTER = re.compile(
    r"^(?:[\"”»'’]?\s*(?:,\s*)?(?:reported|reports|said|says|wrote|writes|cited|quoted|quotes|revealed|published"
    r"|noted|notes|learned|understands|news agency|newspaper|magazine|\)))\b"
)
_ARTICLE = re.compile(r"\b[Tt]he\s\Z")
# What follows a name that is only the first part of a longer one ("Atlantic Ocean", "Sun Yat-sen").
_WORD = re.compile(r"[^\W_]+")
_ATTACHED = re.compile(r"[\w.@/-]\Z|North \Z")
_GOES_ON_INSIDE = re.compile(r"\w|\.\w")
_GOES_ON = re.compile(r"^(?:-\w|\s[A-Z]\w)")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One body that publishes: an agency, an outlet or a think tank."""

    # Usual name.
    name: str
    # "agency", "outlet" or "think tank".
    kind: str
    # ISO 3166-1 code of its seat, "EU" or "INT"; in a dossier the name of its state, or "".
    country: str
    # Registered domain of its site; "" where a dossier names none.
    domain: str
    # Forms that are safe anywhere, the name itself among them unless it is guarded.
    forms: tuple[str, ...]
    # Forms that count only in a citing context.
    guarded: tuple[str, ...]
    # Whether the government of its country runs it.
    state_run: bool = False


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Returns every outlet of the shipped list.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_outlets(shipped(FILE))


def read_outlets(tree: Any) -> tuple[Outlet, ...]:  # noqa: ANN401  (YAML is any tree)
    """Turns a parsed file into outlets and holds it to its rules: known keys, no form twice.

    Raises:
        VocabularyError: a rule is broken; names the entry.
    """
    if not isinstance(tree, dict) or not isinstance(tree.get("outlets"), list):
        raise VocabularyError("a list under `outlets`", "none", "Add the list.", FILE)
    found = tuple(_read_entry(entry) for entry in tree["outlets"])
    seen: dict[str, str] = {}
    for outlet in found:
        for form in (*outlet.forms, *outlet.guarded):
            if form in seen:
                came = f"{form!r} under {seen[form]} and {outlet.name}"
                raise VocabularyError("each form once", came, "Remove one of them.", FILE)
            seen[form] = outlet.name
    return found


def _read_entry(entry: Any) -> Outlet:  # noqa: ANN401
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise VocabularyError("an entry with a `name`", repr(entry), "Add the name.", FILE)
    where = f"{FILE}, {entry['name']}"
    if unknown := set(entry) - _KEYS:
        raise VocabularyError(f"keys {sorted(_KEYS)}", f"{sorted(unknown)}", "Mend the key.", where)
    if entry.get("kind") not in KINDS:
        raise VocabularyError(
            f"a kind of {sorted(KINDS)}", repr(entry.get("kind")), "Mend it.", where
        )
    for key, form in (("country", _COUNTRY), ("domain", _DOMAIN)):
        if not isinstance(entry.get(key), str) or not form.fullmatch(entry[key]):
            raise VocabularyError(f"a {key}", repr(entry.get(key)), f"Mend the {key}.", where)
    state_run = entry.get("state_run", False)
    if not isinstance(state_run, bool) or (state_run and entry["country"] in {"EU", "INT"}):
        raise VocabularyError(
            "`state_run` true or false, and a state's code with true",
            repr(state_run),
            "Mend it.",
            where,
        )
    guarded = tuple(entry.get("guarded", ()))
    safe = (entry["name"], *entry.get("also", ()))
    return Outlet(
        entry["name"],
        entry["kind"],
        entry["country"],
        entry["domain"],
        forms=tuple(form for form in safe if form not in guarded),
        guarded=guarded,
        state_run=state_run,
    )


# Read by the functions below only; every caller sets it by `knowing`, so what they return hangs on arguments alone.
_further: ContextVar[tuple[Outlet, ...]] = ContextVar("_further", default=())


@contextmanager
def knowing(outlets: tuple[Outlet, ...]) -> Iterator[None]:
    """Makes the functions of this module know a dossier's outlets too, which go before those of the list.

    A context instead of one more parameter of each function of `reading` that meets a name.
    """
    token = _further.set(outlets)
    try:
        yield
    finally:
        _further.reset(token)


def _forms() -> dict[str, tuple[Outlet, bool]]:
    return _forms_with(_further.get())


@lru_cache(maxsize=8)
def _forms_with(further: tuple[Outlet, ...]) -> dict[str, tuple[Outlet, bool]]:
    # Each form with its outlet and whether it is guarded.
    table: dict[str, tuple[Outlet, bool]] = {}
    for outlet in (*load_outlets(), *further):
        table.update(dict.fromkeys(outlet.forms, (outlet, False)))
        table.update(dict.fromkeys(outlet.guarded, (outlet, True)))
    return table


@lru_cache(maxsize=8)
def _by_first_word(further: tuple[Outlet, ...]) -> dict[str, list[str]]:
    # A pattern of all forms would try hundreds of them at each character.
    table: dict[str, list[str]] = {}
    for form in sorted(_forms_with(further), key=len, reverse=True):
        first = _WORD.search(form)
        table.setdefault(first[0] if first else form, []).append(form)
    return table


def find_outlets(text: str) -> tuple[Mention, ...]:
    """Returns where a text names an agency, outlet or think tank.

    Whole words, case-sensitive, the longest form first. Names that are common words too ("Time",
    "Guardian") count only after an article or beside a word of citing.
    """
    return tuple(_find(text.replace("\u00a0", " ")))


def _find(text: str) -> Iterator[Mention]:
    end = 0
    forms, by_first_word = _forms(), _by_first_word(_further.get())
    for word in _WORD.finditer(text):
        start = word.start()
        if (
            start < end
            or word[0] not in by_first_word
            or _ATTACHED.search(text[max(0, start - 6) : start])
        ):
            continue
        form = next(
            (form for form in by_first_word[word[0]] if _stands_at(text, start, form)), None
        )
        if form is None:
            continue
        outlet, guarded = forms[form]
        if not guarded or _is_cited(text, start, start + len(form)):
            end = start + len(form)
            yield Mention(Span(start, end), outlet.name, outlet.kind, None)


def _stands_at(text: str, start: int, form: str) -> bool:
    end = start + len(form)
    return text.startswith(form, start) and not _GOES_ON_INSIDE.match(text[end : end + 2])


def _is_cited(text: str, start: int, end: int) -> bool:
    # The windows are short so that a long line stays linear.
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _GOES_ON.match(after):
        return False
    if _AFTER.match(after):
        return True
    if _ARTICLE.search(before):
        return not re.match(r"\s[a-z]", after) or bool(_AFTER.match(after))
    return bool(_BEFORE.search(before))


def outlet_named(words: str) -> Outlet | None:
    """Returns the outlet that these words name in full, with or without "The"; None if unknown."""
    plain = words.strip().strip("\"'“”«».,:;")
    for form in (plain, plain.removeprefix("The ").removeprefix("the "), f"The {plain}"):
        if form in _forms():
            return _forms()[form][0]
    return None


def state_behind(words: str) -> str | None:
    """Returns the state whose government runs the outlet of this name, None for any other outlet."""
    outlet = outlet_named(words)
    if outlet is None or not outlet.state_run:
        return None
    return _state_names().get(outlet.country, outlet.country)


@cache
def _state_names() -> dict[str, str]:
    return {state.iso: state.name for state in load_states()}


def is_domain(words: str) -> bool:
    """Says whether words have the form of a site's registered domain."""
    return bool(_DOMAIN.fullmatch(words))


@lru_cache(maxsize=8)
def _domains(further: tuple[Outlet, ...]) -> dict[str, Outlet]:
    return {outlet.domain: outlet for outlet in (*load_outlets(), *further) if outlet.domain}


def outlet_of_domain(host: str) -> Outlet | None:
    """Returns the outlet whose site a host name belongs to ("www.bbc.com"), None if unknown."""
    parts = host.lower().split(".")
    for first in range(len(parts) - 1):
        if outlet := _domains(_further.get()).get(".".join(parts[first:])):
            return outlet
    return None
