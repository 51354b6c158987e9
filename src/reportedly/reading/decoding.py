"""Bytes to characters: byte order marks, declared and guessed encodings, and refusing what is no text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from reportedly.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536


def decode(data: bytes, name: str) -> str:
    """Returns the characters of a file; a byte order mark is not one of them.

    Raises:
        UnreadableInput: the file is empty, holds only white space, or is no text.
    """
    if not data:
        raise UnreadableInput("a report", "an empty file", "Check the download.", name)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _not_text(what, name)
    text = _decode(data, name)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) // 50:
        raise _not_text("control characters all over", name)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise UnreadableInput("a report", "only white space", "Check the download.", name)
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := _unmarked_utf16(data):
        return data.decode(wide, errors="replace")
    if b"\x00" in data[:_SAMPLE]:
        raise _not_text("zero bytes", name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_guess(data), errors="replace")


def _unmarked_utf16(data: bytes) -> str | None:
    # Western text in UTF-16 has a zero in nearly every other byte.
    sample = data[:4096]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if (match := _DECLARED.search(sample[:4096])) and (name := _known(match[1])):
        return name
    # Many sound sequences and few broken ones: UTF-8 that was damaged or cut.
    high = sum(byte >= 0x80 for byte in sample)
    broken = sample.decode("utf-8", errors="replace").count("\ufffd")
    if broken * 4 < high:
        return "utf-8"
    # Few letters beyond ASCII: Western; many: another alphabet, worth a statistical guess.
    if high < len(sample) // 5:
        return "cp1252"
    best = from_bytes(sample[:16_384]).best()
    return best.encoding if best else "cp1252"


def _known(declared: bytes) -> str | None:
    try:
        name = codecs.lookup(declared.decode("ascii")).name
    except LookupError:
        return None
    return None if name in {"utf-8", "utf-16", "utf-32"} else name


def _not_text(came: str, name: str) -> UnreadableInput:
    to_do = "Give the report as text, HTML, a feed or JSON lines."
    return UnreadableInput("text", came, to_do, name)
