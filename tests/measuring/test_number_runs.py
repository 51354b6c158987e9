"""Long runs of number words."""

from __future__ import annotations

import time

from reportedly.measuring.numbers import find_numbers


def test_run_of_thousands_of_number_words_takes_linear_time():
    """A text of nothing but number words is read, or not, within seconds."""
    began = time.process_time()
    find_numbers("twenty one thousand million hundred " * 1_000)
    assert time.process_time() - began < 5


def test_long_number_in_words_is_one_number():
    """The longest number people write out is shorter than the limit."""
    words = (
        "nine hundred and ninety-nine billion nine hundred and ninety-nine million "
        "nine hundred and ninety-nine thousand nine hundred and ninety-nine"
    )
    (number,) = find_numbers(f"It cost {words} in all.")
    assert number.value == 999_999_999_999
