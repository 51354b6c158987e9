"""A report as published, and what its page says about where its words come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.model.evidence import Evidence, Span


class PublishedBasis(StrEnum):
    """Where the date of publication was read."""

    HEADER = "header line"
    METADATA = "page metadata"
    FEED = "feed"
    URL = "address"
    TEXT = "text"
    GIVEN = "given by the user"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Credit:
    """Another body that the report says it takes words or facts from."""

    # Usual name of the body credited ("Institute for the Study of War", "Reuters").
    name: str
    # Kind of body: "agency", "outlet", "think tank", "body", "document", "person" or "anonymous".
    kind: str
    # How the credit is given: "source line", "dateline", "in text", "title" or "byline".
    basis: str
    # Where in the report's text, None for a credit in the title or in furniture.
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """A run of characters that stand unbroken both in the report's text and in the original."""

    # First character in the report's text.
    start: int
    # First character in the decoded original.
    original: int
    # Number of characters in the run.
    length: int


@dataclass(frozen=True, slots=True)
class Report:
    """One article or document as published."""

    # Hash of title and text; see `model.ids.report_id`.
    id: str
    # Name of the file or address it was read from, as given by the user.
    origin_file: str
    # SHA-256 of the original bytes, in hexadecimal.
    origin_digest: str
    # Address of publication, None if unknown.
    url: str | None
    # Who published it, None if the page does not say.
    outlet: str | None
    # Headline, "" if there is none.
    title: str
    # Author line, None if there is none.
    byline: str | None
    # Date of publication in EDTF, None if unknown.
    published: str | None
    # Where that date was read.
    published_basis: PublishedBasis
    # ISO 639-1 code of the language of the text, None if it cannot be told.
    language: str | None
    # The words of the report without furniture; paragraphs are lines.
    text: str
    # Other bodies the report says it draws on, in the order of the text.
    credits: tuple[Credit, ...] = ()
    # Sentences in which the outlet limits what it stands for.
    caveats: tuple[Evidence, ...] = ()
    # Subheadings, as stretches of the text.
    headings: tuple[Span, ...] = ()
    # How the text maps to the decoded original; runs in ascending order of `start`.
    offsets: tuple[OffsetRun, ...] = field(default=(), repr=False)

    def original_offset(self, position: int) -> int | None:
        """Returns the place in the decoded original of a character of the text, None if it has none."""
        for run in self.offsets:
            if run.start <= position < run.start + run.length:
                return run.original + position - run.start
        return None
