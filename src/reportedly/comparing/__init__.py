"""What follows from rows: positions, changes, echoes, comparisons. Pure; can be thrown away."""

from reportedly.comparing.changes import Change, changes_of, with_changes
from reportedly.comparing.echoes import echoes_of
from reportedly.comparing.matrix import Cell, Matrix, matrix_of
from reportedly.comparing.novelty import Novelty, novelty
from reportedly.comparing.positions import positions_of
from reportedly.comparing.positions_compare import compare_positions
from reportedly.comparing.positions_distinct import Point, points_of
from reportedly.comparing.positions_same import Sameness

__all__ = [
    "Cell",
    "Change",
    "Matrix",
    "Novelty",
    "Point",
    "Sameness",
    "changes_of",
    "compare_positions",
    "echoes_of",
    "matrix_of",
    "novelty",
    "points_of",
    "positions_of",
    "with_changes",
]
