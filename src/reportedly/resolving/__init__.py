"""Names speakers, holders, parties, chains and origins; turns propositions into statements."""

from reportedly.resolving.statements import VOICE, Dates, outlet_voice, resolve

__all__ = ["VOICE", "Dates", "outlet_voice", "resolve"]
