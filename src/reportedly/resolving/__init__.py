"""Names speakers, holders, parties, chains and origins; turns propositions into statements."""

from reportedly.resolving.hedging import Hedges
from reportedly.resolving.statements import VOICE, outlet_voice, resolve
from reportedly.resolving.telling import Dates

__all__ = ["VOICE", "Dates", "Hedges", "outlet_voice", "resolve"]
