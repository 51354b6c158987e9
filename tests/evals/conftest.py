"""Makes the scorers importable as they import each other: by bare name."""

from __future__ import annotations

import sys
from pathlib import Path

EVALS = str(Path(__file__).resolve().parents[2] / "evals")

if EVALS not in sys.path:
    sys.path.insert(0, EVALS)
