"""What a format's reader hands over for one report, before credits, caveats and language are read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import OffsetRun, PublishedBasis, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as cut out of its file."""

    # The words without furniture and without the headline.
    text: str
    # Headline, "" if there is none.
    title: str = ""
    # How the text maps to the decoded original.
    offsets: tuple[OffsetRun, ...] = ()
    # Subheadings, as stretches of the text.
    headings: tuple[Span, ...] = ()
    # Who published it, None if the page does not say.
    outlet: str | None = None
    # Author line, None if there is none.
    byline: str | None = None
    # Date of publication in EDTF, None if unknown.
    published: str | None = None
    # Where that date was read.
    basis: PublishedBasis = PublishedBasis.NONE
    # Address of publication, None if unknown.
    url: str | None = None
    # Language as declared by the page, None if it declares none.
    language: str | None = None
