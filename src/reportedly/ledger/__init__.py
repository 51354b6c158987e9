"""The ledger: what was read and understood, stored once, searched and handed out again.

The only package with SQL. Deciding what rows mean, comparing them and wording them live elsewhere.
"""

from reportedly.ledger.export import FORMATS, export_table
from reportedly.ledger.judgements import Judgement
from reportedly.ledger.search import Hit
from reportedly.ledger.selection import Selection
from reportedly.ledger.sightings import Run, Sighting
from reportedly.ledger.store import Ledger

__all__ = ["FORMATS", "Hit", "Judgement", "Ledger", "Run", "Selection", "Sighting", "export_table"]
