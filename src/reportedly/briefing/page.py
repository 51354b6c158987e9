"""A brief as one self-contained HTML page: inline style, no scripts, nothing loaded from anywhere.

Here lives what the template needs to know. The template and its style are in `templates/`;
everything that comes from rows is escaped there.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from reportedly.briefing.layout import in_points
from reportedly.briefing.quoting import check_quote
from reportedly.briefing.records import Brief, Part, Quote, Ref, Section


def render_html(brief: Brief) -> str:
    """Renders a brief as one HTML page for screen and print.

    Raises:
        NotVerbatim: a quotation does not stand in its report.
    """
    for quote in _quotes(brief):
        check_quote(quote, {report.id: report for report in brief.reports})
    return _template().render(brief=brief, marks=_Marks(), style=_style())


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("reportedly.briefing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["quote"] = lambda part: isinstance(part, Quote)
    environment.tests["ref"] = lambda part: isinstance(part, Ref)
    environment.filters["points"] = in_points
    environment.filters["slug"] = lambda words: "-".join(str(words).lower().split())
    return environment.get_template("brief.html.j2")


@cache
def _style() -> Markup:
    # Our own file, shipped with the package: the one thing that is not escaped.
    css = files("reportedly.briefing").joinpath("templates/brief.css").read_text("utf-8")
    return Markup(css)  # noqa: S704


class _Marks:
    """Numbers the places that point to a footnote, so that the footnote can point back to each."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}

    def place(self, number: int) -> str:
        """Returns the name of the next place that points to a footnote."""
        self._places[number] = self._places.get(number, 0) + 1
        return f"ref{number}-{self._places[number]}"

    def places(self, number: int) -> list[str]:
        """Returns the names of all places that pointed to a footnote so far."""
        return [f"ref{number}-{i + 1}" for i in range(self._places.get(number, 0))]


def _quotes(brief: Brief) -> list[Quote]:
    parts = [part for section in brief.sections for part in _parts(section)]
    return [p for p in parts if isinstance(p, Quote)] + [n.quote for n in brief.footnotes]


def _parts(section: Section) -> list[Part]:
    found: list[Part] = []
    for group in section.groups:
        sentences = [*group.sentences]
        for table in group.tables:
            sentences += [s for row in table.rows for cell in row.cells for s in cell]
        found += [part for sentence in sentences for part in sentence.parts]
    return found
