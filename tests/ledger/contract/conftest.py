"""The backends that the contract suite runs on: one opener each, given a folder of its own."""

import pytest

from reportedly.ledger import Ledger

BACKENDS = {"sqlite": lambda folder: Ledger.open(str(folder / "ledger.db"))}


@pytest.fixture(params=BACKENDS)
def ledger(request, tmp_path):
    """An empty ledger of each backend."""
    with BACKENDS[request.param](tmp_path) as opened:
        yield opened
