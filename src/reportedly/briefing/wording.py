"""The words of ours that a brief is written in: verbs by act, articles, who says so, dates.

Here live fixed templates only; nothing is inferred and nothing judged. Figures are in
`wording_figures`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from babel import Locale

from reportedly.briefing.names import load_names
from reportedly.comparing.positions_wording import ASSESSMENT, OWN_WORDS
from reportedly.model import Act, Link, Report, Speaker, SpeakerKind, Statement
from reportedly.model.dates import format_edtf

ARROW = " ← "
SHOUTED = 4
"""Words from which on a name all in capitals is taken for a heading."""
UNNAMED = "unknown outlet"
"""What a report's outlet is called where its page names none."""

_VERBS: dict[Act, tuple[str, str]] = {
    Act.DEMAND: ("demands", "demand"),
    Act.OFFER: ("offers", "offer"),
    Act.CONCESSION: ("concedes", "concede"),
    Act.AGREEMENT: ("agrees", "agree"),
    Act.REFUSAL: ("refuses", "refuse"),
    Act.THREAT: ("threatens", "threaten"),
    Act.ACCUSATION: ("accuses", "accuse"),
    Act.DENIAL: ("denies", "deny"),
    Act.ASSESSMENT: ("assesses", "assess"),
    Act.OTHER: ("says", "say"),
}
_TOWARDS: dict[Act, str] = {Act.DEMAND: " of {}", Act.OFFER: " to {}", Act.AGREEMENT: " with {}"}
_THREATENED = " {}"

_SINGULAR_ENDINGS = ("ss", "us", "as", "os", "is", "ics", "news")
_WITH_ARTICLE = re.compile(
    r"(?:United|Institute|Ministry|Department|International|Council|Organi[sz]ation|Office|World|"
    r"Government|Committee|Commission|Centre|Center|League)\b.*"
    r"|.*\b(?:Union|Nations|Islands|Republic|Kingdom|States|Federation|Emirates|Council|Office|"
    r"Ministry|Commission|Committee|House|Army|Forces|League|Bank|Fund|Agency|Court|Times|Post|"
    r"Guardian|Service)"
)
_SPECIFIED = re.compile(
    r"(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|another|"
    r"unnamed|sources?|officials|diplomats|analysts|experts|his|her|its|their|\d+)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:[Tt]he|An?|One|Two|Three|Four|Five|Six|Several|Some|Another|Other|Unnamed)\b"
)
_BELONGING = re.compile(r" (?:of|for|on|in|to|against|without) ")
_COMMON_NOUN = re.compile(
    r"(?:Experts?|Analysts?|Sources?|Officials?|Diplomats?|Observers?|Negotiators?|Mediators?|Delegates?|Insiders?)\b"
)
_INSIDE_NAMES = frozenset({"of", "for", "and", "the", "in", "on", "to"})
_PLURAL_NOUN = re.compile(r"(?:[\w-]+ ){0,3}?(?:[a-z]+[^s\W])s\b")
_ANONYMOUS = frozenset({SpeakerKind.ANONYMOUS_OFFICIAL.value, SpeakerKind.ANONYMOUS_SOURCE.value})


@cache
def _states() -> frozenset[str]:
    return frozenset(str(name).casefold() for name in Locale("en").territories.values())


def is_plural(name: str) -> bool:
    """Says whether a party's name takes a plural verb ("the rebels demand", but "Honduras demands")."""
    lower = name.casefold().removeprefix("the ")
    if lower in load_names().plural or " and " in f" {lower} ":
        return lower not in _states()
    if lower in load_names().singular or lower in _states() or name.isupper():
        return False
    head = _BELONGING.split(lower)[0].split()
    last = head[-1] if head else ""
    return last.endswith("s") and not last.endswith(_SINGULAR_ENDINGS)


def verb(act: Act, holder: str) -> str:
    """Returns the verb of an act in the number of its holder."""
    return _VERBS[act][is_plural(holder)]


def towards(act: Act, target: str | None, holder: str) -> str:
    """Returns " of Kestria", " to Kestria" ... for the party an act is directed at, "" where none is to be named."""
    if target is None or target == holder:
        return ""
    form = _THREATENED if act is Act.THREAT else _TOWARDS.get(act, "")
    return form.format(with_article(target))


def with_article(name: str) -> str:
    """Returns a name as it stands inside a sentence: "the United States", "Kestria", "a diplomat"."""
    name = calm(name)
    if name == UNNAMED:
        return f"an {name}"
    if _LEADING.match(name) or _COMMON_NOUN.match(name):
        return name[0].lower() + name[1:]
    is_name = all(word[:1].isupper() or word in _INSIDE_NAMES for word in name.split())
    taken = any(
        form in load_names().with_article or _WITH_ARTICLE.fullmatch(form)
        for form in (name, _BELONGING.split(name)[0])
    )
    return f"the {name}" if is_name and taken else name


def calm(name: str) -> str:
    """Returns a heading in capitals as a name in a sentence; short names in capitals stay."""
    words = name.split()
    if len(words) < SHOUTED or not name.isupper():
        return name
    small = [
        word.lower() if word.lower() in _INSIDE_NAMES | {"a", "an"} else word.capitalize()
        for word in words
    ]
    return " ".join([words[0].capitalize(), *small[1:]])


def capital(words: str) -> str:
    """Returns the words with a capital at the start of a sentence."""
    return words[:1].upper() + words[1:]


def outlet_of(report: Report) -> str:
    """Returns the outlet of a report, or what to call it where the page names none."""
    return report.outlet or UNNAMED


def title_of(report: Report) -> str:
    """Returns the title of a report, or the file it was read from where it has none."""
    return report.title or f"file {PurePath(report.origin_file).name}"


def report_name(report: Report, *, dated: bool = True) -> str:
    """Returns "Harbour Daily (2 June 2025)"; a report without an outlet is named by its title or file."""
    facts = [] if report.outlet else [title_of(report)]
    facts += [format_edtf(report.published)] if dated else []
    return f"{outlet_of(report)} ({', '.join(facts)})" if facts else outlet_of(report)


def chain_text(chain: Sequence[Link], report: Report) -> str:
    """Returns a chain as "Harbour Daily ← Coast Wire ← two diplomats", always from the report's outlet."""
    names = [link.name for link in chain]
    if not names or (report.outlet and names[0] != report.outlet) or _is_anothers(chain[0], report):
        names.insert(0, outlet_of(report))
    return ARROW.join(dict.fromkeys(map(calm, names)))


def _is_anothers(first: Link, report: Report) -> bool:
    """Says whether a chain begins behind an outlet that has no name."""
    return report.outlet is None and first.kind != "outlet"


def told_by(statement: Statement, report: Report) -> str:
    """Returns who says so: "in the words of ...", "as assessed by ...", "according to ..., citing ..."."""
    links = _told_links(statement, report)
    names = [_in_sentence(link.name, link.kind) for link in links]
    speaker = _speaker(statement.speaker)
    if statement.voice == OWN_WORDS and statement.speaker.kind is not SpeakerKind.DOCUMENT:
        if statement.speaker.name == statement.holder:
            relayed = [name for name in names if name != speaker]
            whose = "their" if is_plural(statement.holder) else "its"
            return _through(f"in {whose} own words", relayed)
        return _through(f"in the words of {speaker}", [n for n in names if n != speaker])
    if statement.speaker.name == statement.holder:
        whose = "their" if is_plural(statement.holder) else "its"
        return _through(f"by {whose} own account", [n for n in names if n != speaker])
    if not names:
        names = [_in_sentence(outlet_of(report), "outlet")]
    if statement.voice == ASSESSMENT and len(names) == 1:
        return f"as assessed by {names[0]}"
    return f"according to {_citing(names)}"


def _told_links(statement: Statement, report: Report) -> list[Link]:
    """Returns the chain behind the outlet, down to the speaker and not down to the holder itself."""
    links = [link for link in statement.chain if link.name != report.outlet]
    if links and links[0].kind == "outlet" and report.outlet is None:
        links = links[1:]
    place = next((i for i, k in enumerate(links) if k.name == statement.speaker.name), None)
    links = links if place is None else links[: place + 1]
    if len(links) > 1 and links[-1].name == statement.holder:
        links = links[:-1]
    return links


def _in_sentence(name: str, kind: str) -> str:
    name = name.rstrip("’'")
    many = is_plural(name) or _PLURAL_NOUN.match(name)
    if kind in _ANONYMOUS and not _SPECIFIED.match(name) and not many:
        article = "an" if name[:1].lower() in "aeiou" else "a"
        return f"{article} {name}"
    return with_article(name)


def _speaker(speaker: Speaker) -> str:
    return _in_sentence(speaker.name, speaker.kind.value)


def _through(words: str, names: Sequence[str]) -> str:
    return f"{words}, as relayed by {_citing(names)}" if names else words


def _citing(names: Sequence[str]) -> str:
    links = (", citing ", ", in turn citing ", ", in turn citing ")
    words = names[0]
    for place, name in enumerate(names[1:]):
        words += links[min(place, 2)] + name
    return words


def said_on(date: str | None) -> str:
    """Returns a date in brackets for a sentence: "(2 June 2025)", "(by 28 May 2025)"."""
    return f"({date_text(date)})"


def date_text(date: str | None) -> str:
    """Returns the date of a saying; an open beginning reads "by", not "until"."""
    words = format_edtf(date)
    return f"by {words.removeprefix('until ')}" if words.startswith("until ") else words


def said_text(statement: Statement) -> str:
    """Returns when the words were said and first published, as far as the report tells it apart from its own date."""
    said, first = statement.said, statement.first_published
    parts = [
        f"said {_on(said)}" if said and said != first else "",
        f"first published {_on(first)}" if first else "",
    ]
    return capital(", ".join(filter(None, parts)))


def _on(date: str) -> str:
    """Returns "on 2 June 2031", "in June 2031", "by 2 June 2031"; a span of days as it is."""
    words = date_text(date)
    if re.fullmatch(r"\d{1,2} [A-Z]\w+ \d{4}", words):
        return f"on {words}"
    return f"in {words}" if re.fullmatch(r"(?:[A-Z]\w+ )?\d{4}", words) else words


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Returns "1 report", "3 reports"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Sequence[str]) -> str:
    """Returns "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
