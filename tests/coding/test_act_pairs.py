"""The act between two named actors of a sentence."""

import pytest

from reportedly.coding.pairs import act_of_pair
from reportedly.model import Act


@pytest.mark.parametrize(
    ("text", "source", "target", "act"),
    [
        ("Norland accused Sudria of burning the harbour.", "Norland", "Sudria", Act.ACCUSATION),
        (
            "Norland accused Sudria, which rejected the offer of Kestria.",
            "Sudria",
            "Kestria",
            Act.REFUSAL,
        ),
        ("Kestria will not negotiate with Norland.", "Kestria", "Norland", Act.REFUSAL),
        ("Sudria called on Kestria to free the crew.", "Sudria", "Kestria", Act.DEMAND),
        ("Sudria traded with Kestria.", "Sudria", "Kestria", Act.OTHER),
        ("", "", "", Act.OTHER),
    ],
)
def test_pair_has_act(text: str, source: str, target: str, act: Act) -> None:
    """The cue nearest after the source decides."""
    assert act_of_pair(text, source, target) is act
