"""One layer of understanding for a text on its own: what `annotate` writes for whole corpora.

No ledger and no report around it; the stages are those of `understanding`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from reportedly.coding import code_pair
from reportedly.errors import InputError, MalformedRow
from reportedly.measuring import date_rows, figure_rows
from reportedly.model import PLOVER, Act, PublishedBasis, Report
from reportedly.model.codecs import to_dict
from reportedly.model.dates import is_edtf
from reportedly.pipeline.batch import attempt
from reportedly.text import storable

if TYPE_CHECKING:
    from reportedly.pipeline.understanding import Tools

Row = dict[str, Any]
Load = Callable[[], "Tools"]
"""Gives the tools, loaded once; a layer that needs none never asks."""


@dataclass(frozen=True, slots=True)
class Text:
    """A row of a corpus."""

    # As given: a string or a number.
    id: str | int
    text: str
    # Anchor of relative dates in EDTF, None if unknown.
    published: str | None = None
    # Words naming who acts and at whom, for `acts`; None where they do not matter.
    source: str | None = None
    target: str | None = None
    # File and line it was read from, for messages.
    where: str = ""


def read_text(data: object, where: str) -> Text:
    """Returns the text that a parsed line of a corpus holds; further keys are left alone.

    Raises:
        MalformedRow: it is no object, lacks "id" or "text", or has a value of another kind.
    """
    if not isinstance(data, dict):
        came = type(data).__name__
        raise MalformedRow('an object with "id" and "text"', came, "Mend the line.", where)
    for key in ("id", "text"):
        if key not in data:
            raise MalformedRow(f'a key "{key}"', f"{sorted(data)}", "Add it to the line.", where)
    if not isinstance(data["id"], str | int):
        came = type(data["id"]).__name__
        raise MalformedRow('a string or a number as "id"', came, "Mend the line.", where)
    values = {key: data.get(key) for key in ("text", "published", "source", "target")}
    for key, value in values.items():
        if not isinstance(value, str) and (key == "text" or value is not None):
            raise MalformedRow(
                f'a string as "{key}"', type(value).__name__, "Mend the line.", where
            )
    published = values["published"] or None
    if published is not None and not is_edtf(published):
        expected = 'a date such as 2025-06-02 as "published"'
        raise MalformedRow(expected, published, "Mend the date.", where)
    name = storable(data["id"]) if isinstance(data["id"], str) else data["id"]
    source, target = (storable(w) if w else w for w in (values["source"], values["target"]))
    return Text(name, storable(str(values["text"])), published, source, target, where)


def attribution_rows(one: Text, load: Load) -> list[Row]:
    """Returns the attributions of a text, outermost ones before those inside their contents."""
    return [to_dict(found) for found in load().attributor.attribute(str(one.id), one.text)]


def act_rows(one: Text, load: Load) -> list[Row]:
    """Returns the act of the pair of source and target, or of every statement where no pair is given."""
    if one.source is not None and one.target is not None:
        act, root = code_pair(one.text, one.source, one.target, load().acts)
        return [{"act": act.value, "plover": root}]
    from reportedly.pipeline.understanding import understand  # noqa: PLC0415  (loads the encoder)

    statements = understand(_report(one), load()).statements
    return [
        _act_row(each.act)
        | {"source": each.holder or each.speaker.name, "target": each.target}
        | {"start": each.evidence.start, "end": each.evidence.end}
        for each in statements
    ]


def _report(one: Text) -> Report:
    """Returns a text as a report of which nothing else is known."""
    basis = PublishedBasis.GIVEN if one.published else PublishedBasis.NONE
    name = str(one.id)
    return Report(name, name, "", None, None, "", None, one.published, basis, None, one.text)


def _act_row(act: Act) -> Row:
    return {"act": act.value, "plover": PLOVER.get(act)}


def _figure_rows(one: Text, load: Load) -> list[Row]:  # noqa: ARG001  (one shape for all layers)
    return figure_rows(one.text, one.published)


def _date_rows(one: Text, load: Load) -> list[Row]:  # noqa: ARG001  (one shape for all layers)
    return date_rows(one.text, one.published)


PLACES = frozenset({"place", "state", "capital"})
"""Kinds of mention that are places; whether "Paris" is the city or its government is not decided."""


def place_rows(one: Text, load: Load) -> list[Row]:
    """Returns the places that the vocabulary and the dossier know, with their canonical names."""
    return [
        {"start": m.span.start, "end": m.span.end, "name": m.name, "kind": m.kind, "party": m.party}
        for m in load().gazetteer.mentions(one.text)
        if m.kind in PLACES
    ]


LAYERS: Mapping[str, Callable[[Text, Load], list[Row]]] = {
    "attributions": attribution_rows,
    "acts": act_rows,
    "figures": _figure_rows,
    "dates": _date_rows,
    "places": place_rows,
}
"""The layers of `annotate` by name."""


def annotate_texts(
    texts: Iterable[Text | InputError], layer: str, load: Load
) -> Iterator[Row | InputError]:
    """Yields for each text `{"id", layer: [...]}`, one at a time; what failed before passes through.

    Attributions inside the content of another stand apart, under "nested", since corpora mark the
    outermost only.
    """
    for one in texts:
        if isinstance(one, InputError):
            yield one
            continue
        rows = attempt(partial(LAYERS[layer], one, load), one.where)
        yield rows if isinstance(rows, InputError) else {"id": one.id} | _apart(layer, rows)


def _apart(layer: str, rows: list[Row]) -> Row:
    if layer != "attributions":
        return {layer: rows}
    nested = [row for row in rows if row["parent"] is not None]
    return {layer: [row for row in rows if row["parent"] is None], "nested": nested}
