"""Names speakers, holders, parties, chains and origins; turns propositions into statements."""

from reportedly.resolving.statements import VOICE, resolve

__all__ = ["VOICE", "resolve"]
