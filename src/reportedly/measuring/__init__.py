"""Reads dates and figures out of a text. What they are said to mean by whom is for `resolving` and `comparing`."""

from reportedly.measuring.date_contents import due_date, due_within, event_date
from reportedly.measuring.date_roles import introduced, release_date, said_date
from reportedly.measuring.dates import date_rows, find_dates
from reportedly.measuring.figures import find_figures
from reportedly.measuring.rows import figure_rows

__all__ = [
    "date_rows",
    "due_date",
    "due_within",
    "event_date",
    "figure_rows",
    "find_dates",
    "find_figures",
    "introduced",
    "release_date",
    "said_date",
]
