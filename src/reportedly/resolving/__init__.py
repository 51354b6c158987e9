"""Names speakers, holders, parties, chains and origins; turns propositions into statements."""

from reportedly.resolving.statements import VOICE, outlet_voice, resolve
from reportedly.resolving.telling import Dates

__all__ = ["VOICE", "Dates", "outlet_voice", "resolve"]
