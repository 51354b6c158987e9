"""How a sentence that lists several things said is broken into lines; the same in every format.

Here lives the breaking only. `markdown` and `page` write the lines.
"""

from __future__ import annotations

from reportedly.briefing.records import Part, Quote, Sentence

BETWEEN = "; "
"""What stands between two things said in one sentence; a line may begin there."""
ENOUGH = 3
"""Things said in one sentence from which on they stand in a list."""


def in_points(sentence: Sentence) -> tuple[list[Part], list[list[Part]]]:
    """Returns the words before the first quotation, and each thing said; all words and none where there are few."""
    parts = sentence.parts
    start = next((i for i, part in enumerate(parts) if isinstance(part, Quote)), len(parts))
    points: list[list[Part]] = [[]]
    for part in parts[start:]:
        if part == BETWEEN:
            points.append([])
        else:
            points[-1].append(part)
    if len(points) < ENOUGH:
        return list(parts), []
    return list(parts[:start]), points
