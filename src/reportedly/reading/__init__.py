"""Turns the bytes of a file into reports: text without furniture, metadata, credits, offset maps.

Everything here is pure: bytes in, records out; no clock, no network, no file is opened.
"""

from reportedly.reading.reports import read_bytes

__all__ = ["read_bytes"]
