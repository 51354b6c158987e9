"""A dated, footnoted brief from rows: Markdown, HTML, JSON. Every sentence carries its rows."""

from reportedly.briefing.as_json import render_json
from reportedly.briefing.assembly import assemble
from reportedly.briefing.markdown import render_markdown
from reportedly.briefing.page import render_html
from reportedly.briefing.records import Brief, BriefRequest, BriefRows, Footnote, Quote, Sentence

__all__ = [
    "Brief",
    "BriefRequest",
    "BriefRows",
    "Footnote",
    "Quote",
    "Sentence",
    "assemble",
    "render_html",
    "render_json",
    "render_markdown",
]
