"""Names speakers, holders, parties, chains and origins; turns propositions into statements."""

from reportedly.resolving.statements import VOICE, Dates, resolve

__all__ = ["VOICE", "Dates", "resolve"]
