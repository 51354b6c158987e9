"""The English words of small numbers, from which the readers of numbers, dates and positions make their own tables."""

from __future__ import annotations

ONES = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
"""The words of 1 to 19, in order."""

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
"""The words of 20 to 90, in order."""

VALUES = {
    **{word: value for value, word in enumerate(ONES, start=1)},
    **{word: 10 * value for value, word in enumerate(TENS, start=2)},
}
"""The value of each of them."""
