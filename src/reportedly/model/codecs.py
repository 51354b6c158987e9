"""Turns records into JSON-ready values and back, and into the rows of `export`.

Everything is derived from the records' fields and type hints, so no column list is typed a second
time. Files, databases and formats live in `ledger`; this module knows values only.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reportedly.model.attribution import Attribution
from reportedly.model.comparison import Position
from reportedly.model.evidence import Span
from reportedly.model.figure import Figure
from reportedly.model.report import Report
from reportedly.model.statement import Statement

Record = TypeVar("Record")
Codec = Callable[[Any], Any]

EXPORTED: dict[str, type] = {
    "reports": Report,
    "attributions": Attribution,
    "statements": Statement,
    "positions": Position,
    "figures": Figure,
}
"""The tables of `export` and the record that a row of each is made of; the keys are its fields."""


def to_dict(record: object) -> dict[str, Any]:
    """Returns a record as JSON-ready values: enums as values, stretches as `[start, end]`.

    Raises:
        TypeError: it is no record, or has a field of a kind that no codec knows.
    """
    return {name: encode(getattr(record, name)) for name, encode in _encoders(_class_of(record))}


def from_dict(cls: type[Record], data: Mapping[str, Any]) -> Record:
    """Returns the record that `to_dict` gave; fields that have a default may be absent.

    Raises:
        ValueError: a key is missing or unknown, or a value is not what the field takes.
    """
    kind: Any = cls
    decoders = _decoders(kind)
    unknown = data.keys() - decoders.keys()
    if unknown:
        raise ValueError(f"{cls.__name__} has no field {', '.join(sorted(unknown))}")
    missing = _required(kind) - data.keys()
    if missing:
        raise ValueError(f"{cls.__name__} needs {', '.join(sorted(missing))}")
    return cls(**{name: decoders[name](value) for name, value in data.items()})


def export_row(table: str, record: object) -> dict[str, Any]:
    """Returns the public row of a record of one of the tables of `export`.

    Raises:
        ValueError: there is no such table.
        TypeError: the record is not of that table.
    """
    if table not in EXPORTED:
        raise ValueError(f"one of {', '.join(EXPORTED)}; found {table!r}")
    if not isinstance(record, EXPORTED[table]):
        raise TypeError(f"a {EXPORTED[table].__name__}; found a {type(record).__name__}")
    return to_dict(record)


@cache
def field_types(cls: type) -> dict[str, Any]:
    """Returns the fields of a record in their order, each with its resolved type.

    Raises:
        TypeError: it is no record.
    """
    if not is_dataclass(cls):
        raise TypeError(f"a record; found {cls.__name__}")
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def item_type(hint: object) -> Any | None:  # noqa: ANN401  (a type hint has no common type)
    """Returns X of `tuple[X, ...]` and `frozenset[X]`, None for anything else."""
    return get_args(hint)[0] if get_origin(hint) in {tuple, frozenset} else None


def present_type(hint: object) -> Any:  # noqa: ANN401
    """Returns X of `X | None`, and any other type as it is.

    Raises:
        TypeError: a union of more than one type and None.
    """
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint
    rest = [each for each in get_args(hint) if each is not type(None)]
    if len(rest) != 1:
        raise TypeError(f"one type or None; found {hint}")
    return rest[0]


def _class_of(record: object) -> Any:  # noqa: ANN401  (mypy holds `type[object]` for unhashable)
    return type(record)


@cache
def _encoders(cls: type) -> tuple[tuple[str, Codec], ...]:
    return tuple((name, _encoder(hint)) for name, hint in field_types(cls).items())


@cache
def _decoders(cls: type) -> dict[str, Codec]:
    return {name: _decoder(hint) for name, hint in field_types(cls).items()}


@cache
def _required(cls: type) -> frozenset[str]:
    return frozenset(
        field.name
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    )


def _encoder(hint: object) -> Codec:
    kind = present_type(hint)
    item = item_type(kind)
    if item is not None:
        encode = _encoder(item)
        ordered = list if get_origin(kind) is tuple else sorted
        return lambda values: None if values is None else ordered(encode(each) for each in values)
    if is_dataclass(kind):
        record: Any = kind
        return lambda value: None if value is None else _nested(record, value)
    if kind is Span:
        return lambda value: None if value is None else list(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: None if value is None else value.value
    if kind in {str, int, float, bool}:
        return lambda value: value
    raise TypeError(f"no codec for {hint}")


def _nested(cls: type, value: object) -> dict[str, Any]:
    if not isinstance(value, cls):
        raise TypeError(f"a {cls.__name__}; found {value!r}")
    return to_dict(value)


def _decoder(hint: object) -> Codec:
    kind = present_type(hint)
    decode = _decoder_present(kind)
    if kind is hint:
        return decode
    return lambda value: None if value is None else decode(value)


def _decoder_present(kind: Any) -> Codec:  # noqa: ANN401
    item = item_type(kind)
    if item is not None:
        decode, gather = _decoder(item), get_origin(kind) or tuple
        return lambda values: gather(decode(each) for each in values)
    if is_dataclass(kind):
        record: Any = kind
        return lambda value: from_dict(record, value)
    if kind is Span:
        return lambda value: Span(*value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in {str, int, float, bool}:
        return lambda value: _plain(kind, value)
    raise TypeError(f"no codec for {kind}")


def _plain(kind: type, value: object) -> object:
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    if kind is float and isinstance(value, int):
        return float(value)
    raise ValueError(f"a value of type {kind.__name__}; found {value!r}")
