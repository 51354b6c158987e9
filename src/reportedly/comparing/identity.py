"""Which figures measure one thing: by their words, and before that by people's judgements.

A person's "same" joins two figures with all that are the same as either; "different" keeps two apart, of which the
later in time leaves the group. How one figure is read is in `measurands` and what it imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from reportedly.comparing.arithmetic import in_unit
from reportedly.comparing.measurands import JUDGED, Reading, measured_by, pivots
from reportedly.comparing.measurands_counts import Names
from reportedly.comparing.wordings import Wording, wordings_of
from reportedly.model import Figure, Report
from reportedly.model.dates import sort_key
from reportedly.vocabulary import load_gazetteer
from reportedly.vocabulary.dossier import Dossier

Pair = frozenset[str]
Key = tuple[str, ...]


@cache
def _general() -> Names:
    return load_gazetteer()


@dataclass(frozen=True, slots=True)
class Identity:
    """Says which figures are of one measurand."""

    names: Names = field(default_factory=_general)
    # Pairs of figure ids that a person judged to measure the same.
    same: frozenset[Pair] = frozenset()
    # Pairs that a person judged to measure different things.
    different: frozenset[Pair] = frozenset()

    @classmethod
    def of(
        cls,
        dossier: Dossier | None,
        same: frozenset[Pair] = frozenset(),
        different: frozenset[Pair] = frozenset(),
    ) -> Identity:
        """Returns one that knows a dossier's names and the judgements given."""
        return cls(load_gazetteer(dossier) if dossier else _general(), same, different)

    def apart(self, first: Figure, second: Figure) -> bool:
        """Says whether a person judged two figures to measure different things."""
        return frozenset((first.id, second.id)) in self.different

    def groups(
        self,
        figures: Sequence[Figure],
        reports: Iterable[Report] = (),
        wordings: Mapping[str, Wording] | None = None,
    ) -> dict[Key, list[Reading]]:
        """Returns the figures by what they measure; those that nothing else could measure too are left out.

        Args:
            figures: rows of any reports.
            reports: their reports, whose sentences tell what is counted.
            wordings: the words around the figures, where they are known already.
        """
        around = wordings_of(figures, reports) if wordings is None else wordings
        turned = pivots(figures)
        readings: dict[str, Reading] = {}
        for figure in figures:
            reading = measured_by(figure, turned, around[figure.id], self.names)
            if reading is not None:
                readings[figure.id] = reading
        self._join({figure.id: figure for figure in figures}, readings)
        found: dict[Key, list[Reading]] = {}
        for figure in figures:
            if figure.id in readings:
                found.setdefault(readings[figure.id].measurand, []).append(readings[figure.id])
        return self._split(found) if self.different else found

    def _join(self, figures: Mapping[str, Figure], readings: dict[str, Reading]) -> None:
        """Gives the figures that were judged to be the same one key, and all that had the key of either."""
        for pair in sorted(map(sorted, self.same)):
            if not all(one in figures for one in pair):
                continue
            first, second = (readings.get(one) for one in pair)
            known = first or second
            key = known.measurand if known else (JUDGED, pair[0])
            unit = known.unit if known else figures[pair[0]].unit
            other = second.measurand if first and second else None
            for one, reading in list(readings.items()):
                if reading.measurand == other:
                    _put(readings, key, unit, figures[one], reading)
            for one in pair:
                _put(readings, key, unit, figures[one], readings.get(one))

    def _split(self, groups: dict[Key, list[Reading]]) -> dict[Key, list[Reading]]:
        found: dict[Key, list[Reading]] = {}
        for key, readings in groups.items():
            parts: list[list[Reading]] = []
            for reading in sorted(
                readings, key=lambda one: (sort_key(one.figure.as_of), one.figure.id)
            ):
                home = next(
                    (
                        part
                        for part in parts
                        if not any(self.apart(reading.figure, other.figure) for other in part)
                    ),
                    None,
                )
                if home is None:
                    parts.append([reading])
                else:
                    home.append(reading)
            for number, part in enumerate(parts):
                own = key if number == 0 else (*key, JUDGED, str(number + 1))
                found[own] = [replace(one, measurand=own) for one in part]
        return found


def _put(
    readings: dict[str, Reading], key: Key, unit: str, figure: Figure, reading: Reading | None
) -> None:
    """Gives a figure a key; one in a unit that does not fit stays out of it."""
    value, own = (reading.value, reading.unit) if reading else (figure.value, figure.unit)
    turned, assumption = (reading.turned, reading.assumption) if reading else ("", "")
    told = None if value is None else in_unit(value, own, unit)
    if own == unit or told is not None:
        readings[figure.id] = Reading(figure, key, told, unit, turned, assumption)
