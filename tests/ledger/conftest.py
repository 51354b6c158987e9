"""Puts `ledger_cases` within reach of the tests below this folder."""
