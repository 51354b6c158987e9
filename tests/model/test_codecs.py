"""Codecs give JSON-ready values and take them back, for every record there is."""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import (
    Attribution,
    Comparison,
    Echo,
    Figure,
    OffsetRun,
    Position,
    Proposition,
    Report,
    Span,
    Statement,
    Understood,
)
from reportedly.model.codecs import (
    EXPORTED,
    export_row,
    field_types,
    from_dict,
    item_type,
    present_type,
    to_dict,
)

RECORDS = (Report, Attribution, Statement, Figure, Position, Echo, Comparison, Proposition)

PUBLIC = {
    "reports": "id origin_file url outlet title byline published published_basis language credits "
    "caveats text",
    "attributions": "id report source cue content parent",
    "statements": "id report attribution speaker holder act plover issues said chain origin "
    "likelihood direct text evidence",
    "positions": "id holder issue act text target conditions deadline first_said last_said change "
    "statements reports origins own_words",
    "figures": "id report value low high modifier unit measured_entity measured_property place "
    "as_of speaker chain evidence status checks",
}
"""The keys that the product promises to scripts."""

PLAIN = {
    str: st.text(max_size=12),
    int: st.integers(0, 9999),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
}


def values(hint):
    """Returns a strategy for the values of a field."""
    kind = present_type(hint)
    if item_type(kind) is not None:
        gather = tuple if get_origin(kind) is tuple else frozenset
        found = st.lists(values(item_type(kind)), max_size=2).map(gather)
    elif kind is Span:
        found = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
    elif is_dataclass(kind):
        found = records(kind)
    elif issubclass(kind, Enum):
        found = st.sampled_from(kind)
    else:
        found = PLAIN[kind]
    return found if kind is hint else st.none() | found


def records(cls):
    """Returns a strategy for the records of a class."""
    return st.builds(cls, **{name: values(hint) for name, hint in field_types(cls).items()})


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_record_survives_json(cls, data):
    """What goes through JSON text comes back as the same record."""
    record = data.draw(records(cls))
    assert from_dict(cls, json.loads(json.dumps(to_dict(record)))) == record


@settings(max_examples=10, deadline=None)
@given(record=records(Understood))
def test_an_understood_report_survives_json(record):
    """Records that hold records that hold records come back whole."""
    assert from_dict(Understood, json.loads(json.dumps(to_dict(record)))) == record


@settings(max_examples=20, deadline=None)
@given(record=records(Attribution))
def test_spans_are_written_as_pairs(record):
    """A stretch is a list of start and end."""
    assert to_dict(record)["content"] == [[span.start, span.end] for span in record.content]


@settings(max_examples=5, deadline=None)
@given(record=records(Statement))
def test_an_unknown_key_is_refused(record):
    """A key that no field has is named, not dropped."""
    with pytest.raises(ValueError, match="Statement has no field mood"):
        from_dict(Statement, to_dict(record) | {"mood": "grave"})


@pytest.mark.parametrize("absent", ["start", "length"])
def test_a_missing_key_is_refused(absent):
    """A field without a default must be given."""
    data = {"start": 1, "original": 2, "length": 3}
    del data[absent]
    with pytest.raises(ValueError, match=f"OffsetRun needs {absent}"):
        from_dict(OffsetRun, data)


def test_a_value_of_another_kind_is_refused():
    """A number written as words is not taken for a number."""
    with pytest.raises(ValueError, match="a value of type int; found 'three'"):
        from_dict(OffsetRun, {"start": 1, "original": 2, "length": "three"})


@settings(max_examples=5, deadline=None)
@given(record=records(Report))
def test_fields_with_a_default_may_be_absent(record):
    """A row written before a field was added can still be read."""
    data = to_dict(record)
    for name in ("credits", "caveats", "headings", "offsets"):
        del data[name]
    assert from_dict(Report, data).credits == ()


@pytest.mark.parametrize("table", EXPORTED)
def test_exported_keys_hold_what_is_promised(table):
    """Every key that the product promises is a field of the record of its table."""
    assert not set(PUBLIC[table].split()) - {field.name for field in fields(EXPORTED[table])}


@settings(max_examples=10, deadline=None)
@given(statement=records(Statement), figure=records(Figure))
def test_nested_parts_of_exported_rows_hold_what_is_promised(statement, figure):
    """Speaker, evidence, chain and checks have the promised keys."""
    row, number = export_row("statements", statement), export_row("figures", figure)
    assert set(row["speaker"]) >= {"name", "kind", "party"}
    assert set(row["evidence"]) >= {"exact", "prefix", "suffix", "start", "end", "status"}
    assert all(set(link) >= {"name", "kind"} for link in row["chain"] + number["chain"])
    assert all(
        set(check) >= {"kind", "verdict", "against", "difference"} for check in number["checks"]
    )


@settings(max_examples=2, deadline=None)
@given(record=records(Echo))
def test_a_record_of_another_table_is_refused(record):
    """Rows of one table are never written into another."""
    with pytest.raises(TypeError, match="a Report; found a Echo"):
        export_row("reports", record)
    with pytest.raises(ValueError, match="one of reports"):
        export_row("echoes", record)


def test_what_is_no_record_is_refused():
    """A plain value has no fields to write."""
    with pytest.raises(TypeError, match="a record; found int"):
        to_dict(3)


def test_a_nested_value_that_is_no_record_is_named():
    """The message shows the value and the record that its field takes."""
    with pytest.raises(TypeError, match="a Report; found Echo"):
        to_dict(Understood(Echo("Norland", "credit", (), ()), (), (), ()))
