"""Which lines of a page are furniture, by what they are: position, repetition and form.

A line is dropped only on a positive sign; in doubt it stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.reading.lines import Line
from reportedly.reading.words import load_words


class Part(StrEnum):
    """What a line of a page is."""

    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"


_LETTER = re.compile(r"[^\W\d_]")
_CREDIT_END = re.compile(
    r"\([^()]{3,90}\)$|(?:^|[.!?|]\s+|\s[-–—]\s|\s)(?:[Ss]ource|SOURCE|[Pp]hoto(?: by| credit)?|PHOTO"
    r"|[Cc]redit|CREDIT|[Ii]mage|[Ff]oto|FOTO|[Cc]rédit|[Qq]uelle|[Фф]ото|©)\s?[:/]?\s?[^.:]{2,60}$"
)
_PICTURED = re.compile(
    r"\b(?:photo|image|map|picture|illustrat|graphic|screenshot|file|pictured|seen|shows?|showing|carte|karte|foto|afp|getty"
    r"|ap|epa|reuters|archive|handout|libkos|pool|fotografía|zdjęci|фото)",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"(?:[\w-]+\.(?:jpe?g|png|webp|gif|svg|avif)\b)|\b\d{6,}_\d{6,}|_\d{9,}|\b\w+(?:_\w+){4,}\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:sources?|quote|details|quelle|fuente|fonte|источник|джерело)\s*:", re.IGNORECASE
)
_URL_LINE = re.compile(r"<?https?://\S+>?$")


@dataclass(frozen=True, slots=True)
class Repeats:
    """How often lines stand in the whole file, which may hold several reports."""

    # Lines in lower case with collapsed white space, to their number.
    counts: Counter[str]

    def of(self, line: Line) -> int:
        """Returns how often this line stands in the file."""
        return self.counts[fold(line.text)]


def fold(words: str) -> str:
    """Returns words in lower case, white space collapsed, without punctuation at the ends."""
    return " ".join(words.lower().split()).strip(" .,:;!|›»>«•·*-–—…[]()❯→+")


def count_repeats(lines: Sequence[Line]) -> Repeats:
    """Counts each line of a file."""
    return Repeats(Counter(fold(line.text) for line in lines))


def is_interface(line: Line) -> bool:
    """Says whether a line is a word of the interface, a reading time, a symbol, or a bare address."""
    if not _LETTER.search(line.text) or (len(line.text) < 400 and _URL_LINE.match(line.text)):
        return True
    words = load_words()
    if is_link(line):
        return True
    if len(line.text) > 40:
        return False
    return fold(line.text) in words.interface or bool(words.reading_time.fullmatch(line.text))


def is_link(line: Line) -> bool:
    """Says whether a line announces a link to another report, alone or with its headline."""
    return (
        len(line.text) <= 200 and not line.is_stopped and bool(load_words().link.match(line.text))
    )


def is_caption(line: Line) -> bool:
    """Says whether a line is the caption or the credit of a picture, or the name of its file."""
    text = line.text
    if _is_file_name(line):
        return True
    if len(text) > 500 or line.is_bullet or _LABELLED.match(text) or text[0] in '"“«':
        return False
    if len(text) <= 160 and load_words().picture.match(text):
        return True
    credit = _CREDIT_END.search(text[-110:])
    if credit is None:
        return False
    if credit[0].startswith("("):
        return _is_credit(credit[0][1:-1]) and (line.words > 6 or bool(_PICTURED.search(text)))
    return line.words > 3 and bool(_PICTURED.search(text)) and len(text) < 320


def _is_credit(words: str) -> bool:
    # "Jane Roe / Agency / Getty Images": names parted by slashes, or a word of pictures.
    names = [name.strip() for name in re.split(r"[/,|]| via ", words)]
    capital = all(name[:1].isupper() for name in names if name)
    return capital and ("/" in words or " via " in words or bool(_PICTURED.search(words)))


def _is_file_name(line: Line) -> bool:
    text = line.text
    if line.is_stopped or len(text) > 400 or not _FILE_NAME.search(text):
        return False
    letters = [char for char in text if char.isalpha()]
    return line.words <= 2 or sum(char.islower() for char in letters) > 0.95 * len(letters)


def is_appeal(line: Line) -> bool:
    """Says whether a paragraph addresses the reader to ask for money, a subscription or to follow."""
    text = line.text
    if not 30 <= len(text) <= 1500 or text[0] in '"“«' or text.count('"') + text.count("“") > 1:
        return False
    words = load_words()
    asked = {match[0].lower() for match in words.giving.finditer(text)}
    addressed = len(words.reader.findall(text))
    return (len(asked) >= 3 and addressed >= 2) or (
        len(asked) >= 2 and addressed >= 1 and len(text) < 200
    )


def mark_furniture(lines: Sequence[Line]) -> list[Part]:
    """Returns for each line of one report's body whether it is furniture, a heading or body."""
    parts = [_judge(line) for line in lines]
    _mark_announced(lines, parts)
    _mark_cards(lines, parts)
    _mark_second_copies(lines, parts)
    _mark_loose_links(lines, parts)
    _mark_tail(lines, parts)
    _mark_headings(lines, parts)
    return parts


def _judge(line: Line) -> Part:
    if is_interface(line) or is_caption(line) or is_appeal(line):
        return Part.FURNITURE
    return Part.BODY


def _mark_announced(lines: Sequence[Line], parts: list[Part]) -> None:
    # "Read also" on a line of its own: the headlines stuck under it are links.
    announced = False
    for index, line in enumerate(lines):
        if line.apart:
            announced = False
        if is_link(line):
            announced = ":" not in line.text
        elif announced and not line.is_paragraph and not line.is_bullet:
            parts[index] = Part.FURNITURE
        else:
            announced = False


def _mark_cards(lines: Sequence[Line], parts: list[Part]) -> None:
    # A card: a headline set apart, right under it one long abstract that breaks off, then the next block.
    if sum(line.apart for line in lines) < 0.4 * len(lines):
        return
    labels: set[str] = set()
    for index in range(1, len(lines) - 1):
        if not _is_card(lines, index):
            continue
        parts[index] = parts[index + 1] = Part.FURNITURE
        if index + 2 < len(lines) and lines[index + 2].is_short and not lines[index + 2].apart:
            labels.add(fold(lines[index + 2].text))
    # The label under a card ("Article image") is furniture wherever it stands.
    for index, line in enumerate(lines):
        if line.is_short and fold(line.text) in labels:
            parts[index] = Part.FURNITURE


def _is_card(lines: Sequence[Line], index: int) -> bool:
    head, abstract = lines[index], lines[index + 1]
    if not (head.apart and head.is_headline and not head.level) or abstract.apart:
        return False
    if len(abstract.text) < 80 or not abstract.is_cut or abstract.is_bullet:
        return False
    follows = lines[index + 2] if index + 2 < len(lines) else None
    return follows is None or follows.apart or follows.is_short or is_interface(follows)


def _mark_second_copies(lines: Sequence[Line], parts: list[Part]) -> None:
    # A long line that stands again within three lines (a pull quote, a doubled paste) is kept once;
    # farther away it may be a summary and its section.
    seen: dict[str, int] = {}
    for index, line in enumerate(lines):
        if len(line.text) < 60:
            continue
        key = fold(line.text)
        if index - seen.get(key, -4) <= 3:
            parts[index] = Part.FURNITURE
        seen[key] = index


def _mark_loose_links(lines: Sequence[Line], parts: list[Part]) -> None:
    # Where this page sets its headings apart, a headline stuck to the next paragraph is a link to another report.
    kept = [index for index, part in enumerate(parts) if part is Part.BODY]
    heads = [index for index in kept if lines[index].is_headline and not lines[index].level]
    stuck = [i for i in heads if i and _sticks(lines, i)]
    if len(heads) - len(stuck) < 2 or len(stuck) > 1:
        return
    for index in stuck:
        if lines[index].words >= 7 and lines[index + 1].is_paragraph:
            parts[index] = Part.FURNITURE


def _sticks(lines: Sequence[Line], index: int) -> bool:
    # Set apart from what is above it, not from what is below.
    return lines[index].apart and index + 1 < len(lines) and not lines[index + 1].apart


def _mark_tail(lines: Sequence[Line], parts: list[Part]) -> None:
    # After the last sentence: short words without a full stop, and headlines of other reports.
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if parts[index] is Part.FURNITURE:
            continue
        under_interface = index > 0 and is_interface(lines[index - 1]) and not line.is_stopped
        if (line.is_short or under_interface) and not line.is_bullet and _is_loose(line.text):
            parts[index] = Part.FURNITURE
            continue
        return


def _is_loose(text: str) -> bool:
    # A signature in brackets, a quotation or a "Source:" line at the end is kept.
    return text[0] not in '(["“«' and not _LABELLED.match(text)


# "KELL:", "MINISTER KELL:", "QUESTION (Bay Dispatch):": whose turn it is in a transcript or an interview.
_TURN = re.compile(r"(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{0,40})(?:\s?\([^()]{1,60}\))?:(?:\s|$)")
_ASKED = re.compile(
    r"(?:Q|A|QUESTION(?:ER)?|ANSWER|REPORTER|JOURNALIST|MODERATOR|PRESS|INTERVIEWER)\b"
)


def _turns(lines: Sequence[Line]) -> set[int]:
    # Lines that begin with a label of questions, or with one in capitals that stands again.
    labels = {
        i: match["who"].rstrip()
        for i, line in enumerate(lines)
        if (match := _TURN.match(line.text))
    }
    counts = Counter(labels.values())
    return {i for i, who in labels.items() if counts[who] > 1 or _ASKED.fullmatch(who)}


def _mark_headings(lines: Sequence[Line], parts: list[Part]) -> None:
    turns = _turns(lines)
    for index, line in enumerate(lines[:-1]):
        if parts[index] is not Part.BODY or index in turns:
            continue
        follows = next((i for i in range(index + 1, len(lines)) if parts[i] is Part.BODY), None)
        if follows is None or not (_carries_on(lines[follows]) or line.level):
            continue
        if line.level or (
            (line.is_headline or line.is_short) and line.words <= 16 and _is_set_off(line)
        ):
            parts[index] = Part.HEADING


def _carries_on(line: Line) -> bool:
    # Text that may stand under a heading.
    return (
        line.is_paragraph or line.is_bullet or line.words >= (5 if line.text[-1] in ".:;" else 14)
    )


def _is_set_off(line: Line) -> bool:
    if _LABELLED.match(line.text) or not line.text.lstrip("_*")[:1].isalnum():
        return False
    first = next((char for char in line.text if char.isalnum()), "")
    return not line.is_bullet and line.text[0] not in '"“«([' and first.isupper()
