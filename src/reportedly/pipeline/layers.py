"""One layer of understanding for a text on its own: what `annotate` writes for whole corpora.

No ledger and no report around it; the stages are those of `understanding`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.coding import code_voice
from reportedly.errors import MalformedRow
from reportedly.measuring import date_rows, find_dates, find_figures
from reportedly.model import PLOVER, Proposition, PublishedBasis, Report
from reportedly.model.codecs import to_dict
from reportedly.model.dates import is_edtf
from reportedly.pipeline.understanding import Tools
from reportedly.text import sentence_spans

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A row of a corpus."""

    id: str
    text: str
    # Anchor of relative dates in EDTF, None if unknown.
    published: str | None = None
    # Words naming who acts and at whom, for `acts`; None where they do not matter.
    source: str | None = None
    target: str | None = None


def read_text(data: object) -> Text:
    """Returns the text that a parsed line of a corpus holds; further keys are left alone.

    Raises:
        MalformedRow: it is no object, lacks "id" or "text", or has a value of another kind.
    """
    if not isinstance(data, dict):
        raise MalformedRow('an object with "id" and "text"', type(data).__name__, "Mend the line.")
    for key in ("id", "text"):
        if key not in data:
            raise MalformedRow(f'a key "{key}"', f"{sorted(data)}", "Add it to the line.")
    values = {key: data.get(key) for key in ("text", "published", "source", "target")}
    for key, value in values.items():
        if not isinstance(value, str) and (key == "text" or value is not None):
            raise MalformedRow(f'a string as "{key}"', type(value).__name__, "Mend the line.")
    published = values["published"] or None
    if published is not None and not is_edtf(published):
        raise MalformedRow('a date such as 2025-06-02 as "published"', published, "Mend the date.")
    return Text(str(data["id"]), str(values["text"]), published, values["source"], values["target"])


def attribution_rows(one: Text, tools: Tools) -> list[Row]:
    """Returns the attributions of a text, outermost first; `parent` names one of these ids."""
    return [to_dict(found) for found in tools.attributor.attribute(one.id, one.text)]


def act_rows(one: Text, tools: Tools) -> list[Row]:
    """Returns the acts of a text with PLOVER's roots; of the pair source and target where given."""
    names = tools.gazetteer.learn(one.text)
    found = [
        proposition
        for sentence in sentence_spans(one.text)
        for proposition in code_voice(one.text, sentence, gazetteer=names)
    ]
    return [_act_row(each) for each in sorted(found, key=lambda p: not _is_of_pair(one, p))]


def _is_of_pair(one: Text, proposition: Proposition) -> bool:
    pairs = ((one.source, proposition.agent), (one.target, proposition.target))
    return all(
        wanted is None or (span is not None and _share_words(wanted, span.of(one.text)))
        for wanted, span in pairs
    )


def _share_words(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _act_row(proposition: Proposition) -> Row:
    span = list(proposition.span)
    return {"act": proposition.act, "plover": PLOVER.get(proposition.act), "span": span}


def figure_rows(one: Text, tools: Tools) -> list[Row]:
    """Returns the figures of a text."""
    basis = PublishedBasis.GIVEN if one.published else PublishedBasis.NONE
    report = Report(one.id, one.id, "", None, None, "", None, one.published, basis, None, one.text)
    dates = find_dates(one.text, one.published)
    return [to_dict(found) for found in find_figures(report, dates, tools.gazetteer)]


def _date_rows(one: Text, tools: Tools) -> list[Row]:  # noqa: ARG001  (one shape for all layers)
    return date_rows(one.text, one.published)


LAYERS: Mapping[str, Callable[[Text, Tools], list[Row]]] = {
    "attributions": attribution_rows,
    "acts": act_rows,
    "figures": figure_rows,
    "dates": _date_rows,
}
"""The layers of `annotate` by name."""


def annotate_texts(
    texts: Iterator[Text | MalformedRow], layer: str, tools: Tools
) -> Iterator[Row | MalformedRow]:
    """Yields for each text `{"id", layer: [...]}`, one at a time; what is malformed passes through."""
    rows_of = LAYERS[layer]
    for one in texts:
        yield one if isinstance(one, MalformedRow) else {"id": one.id, layer: rows_of(one, tools)}
