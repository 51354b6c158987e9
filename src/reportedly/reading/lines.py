"""The lines of a plain text with their place in the original, and what can be told of one by its form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_LINE = re.compile(r"[^\r\n]+")
_END = re.compile(r"[.!?…:;。！？][\"”»’'“)\]]*$")
_STOP = re.compile(r"(?<!\.\.)[.!?。！？][\"”»’'“)\]]*$")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
_BULLET = re.compile(r"^(?:[-–—*•·●▪◦‣►]|\(?\d{1,2}[.)])\s+")
_MARKDOWN = re.compile(r"^(#{1,6})\s+")
_EDGES = " \t\f\v\u00a0\u200b\u200e\u200f\ufeff\x1c\x1d\x1e\x85\u2028\u2029\u3000"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds a visible character, without the white space around it."""

    # First character in the decoded original.
    start: int
    # The characters as they stand there.
    text: str
    # Whether an empty line or the start of the file stands before it.
    apart: bool
    # Number of spaces before it.
    indent: int = 0
    # Level of a Markdown heading, 0 for other lines; the marks are not part of `text`.
    level: int = 0

    @property
    def end(self) -> int:
        """One past the last character in the original."""
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.text))

    @property
    def is_stopped(self) -> bool:
        """Whether it ends the way a sentence does."""
        return bool(_STOP.search(self.text[-12:]))

    @property
    def is_cut(self) -> bool:
        """Whether it breaks off without the end of a sentence."""
        return bool(_CUT.search(self.text[-6:])) or not _END.search(self.text[-12:])

    @property
    def is_headline(self) -> bool:
        """Whether it has the form of a headline: one line of words without a full stop."""
        text = self.text
        if not 12 <= len(text) <= 220 or self.is_bullet or not 3 <= self.words <= 34:
            return False
        if text[-1] in ",;:…" or (self.is_stopped and text[-1] not in "?!\"”»’'"):
            return False
        first = next((char for char in text if char.isalnum()), "")
        return bool(first) and not first.islower()

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text: sentences, or too long to be anything else."""
        return (self.words >= 9 and self.is_stopped) or len(self.text) > 240

    @property
    def is_short(self) -> bool:
        """Whether it is a few words that make no sentence."""
        return self.words <= 4 and len(self.text) <= 40 and not _END.search(self.text[-12:])


def cut_lines(text: str) -> list[Line]:
    """Returns the lines of a text that hold a visible character, in order."""
    found: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        body = raw.strip(_EDGES)
        if not body:
            continue
        indent = len(raw) - len(raw.lstrip(_EDGES))
        heading = _MARKDOWN.match(body)
        skip = heading.end() if heading else 0
        gap = text[last_end : match.start()].replace("\r\n", "\n").replace("\r", "\n")
        found.append(
            Line(
                start=match.start() + indent + skip,
                text=body[skip:],
                apart=not found or gap.count("\n") > 1,
                indent=indent,
                level=len(heading[1]) if heading else 0,
            )
        )
        last_end = match.end()
    return _unwrap(found, text)


def _unwrap(lines: list[Line], text: str) -> list[Line]:
    # Lines broken at a fixed width: the next word would not have fitted. White space stays in number,
    # so that the offsets of a joined line are those of its parts.
    width = max((line.indent + len(line.text) for line in lines), default=0)
    if not 50 <= width <= 100 or not any(map(_runs_on, lines, lines[1:])):
        return lines
    joined: list[Line] = []
    for index, line in enumerate(lines):
        if index and _is_broken(lines[index - 1], line, width):
            whole = re.sub(r"\s", " ", text[joined[-1].start : line.end])
            joined[-1] = replace(joined[-1], text=whole)
        else:
            joined.append(line)
    return joined


def _runs_on(line: Line, follows: Line) -> bool:
    return not follows.apart and follows.text[0].islower() and line.is_cut and line.words > 5


def _is_broken(line: Line, follows: Line, width: int) -> bool:
    if follows.apart or follows.is_bullet or follows.level or line.level:
        return False
    row = line.indent + len(line.text)
    is_full = row + 1 + len(follows.text.split(None, 1)[0]) > width
    return is_full or (row > 0.6 * width and _runs_on(line, follows))
