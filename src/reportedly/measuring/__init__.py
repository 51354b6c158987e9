"""Reads dates and figures out of a text. What they are said to mean by whom is for `resolving` and `comparing`."""

from reportedly.measuring.dates import date_rows, find_dates

__all__ = ["date_rows", "find_dates"]
