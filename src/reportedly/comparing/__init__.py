"""What follows from rows: positions, changes, echoes, comparisons. Pure; can be thrown away."""

from reportedly.comparing.changes import Change, changes_of, with_changes
from reportedly.comparing.echoes import echoes_of
from reportedly.comparing.hedging import HedgeExample, HedgeUse, hedges_by_source
from reportedly.comparing.history import Entry, histories_of
from reportedly.comparing.identity import Identity
from reportedly.comparing.matrix import Cell, Grid, Matrix, grid_of, matrix_of
from reportedly.comparing.novelty import Novelty, novelty
from reportedly.comparing.origins import origins_of, repeated_in, stories_of
from reportedly.comparing.positions import positions_of
from reportedly.comparing.positions_compare import compare_positions
from reportedly.comparing.positions_distinct import Point, points_of
from reportedly.comparing.positions_held import said_by
from reportedly.comparing.positions_same import Sameness
from reportedly.comparing.series import series_of
from reportedly.comparing.sides import Side, side_by_side
from reportedly.comparing.voices import Voice, voice_of, voices_of

__all__ = [
    "Cell",
    "Change",
    "Entry",
    "Grid",
    "HedgeExample",
    "HedgeUse",
    "Identity",
    "Matrix",
    "Novelty",
    "Point",
    "Sameness",
    "Side",
    "Voice",
    "changes_of",
    "compare_positions",
    "echoes_of",
    "grid_of",
    "hedges_by_source",
    "histories_of",
    "matrix_of",
    "novelty",
    "origins_of",
    "points_of",
    "positions_of",
    "repeated_in",
    "said_by",
    "series_of",
    "side_by_side",
    "stories_of",
    "voice_of",
    "voices_of",
    "with_changes",
]
