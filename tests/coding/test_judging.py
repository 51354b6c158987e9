"""What the classifier's answers make of the propositions that the rules found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportedly.coding.act_cases import Case, Role
from reportedly.coding.act_classifier import ACTS, ASPECTS, ROOTS, Verdict
from reportedly.coding.judging import judge
from reportedly.model import Act, Attribution, Directness, Proposition, Span

TEXT = "The envoy said winters are long in the valley. Norland must leave Arvel at once. It rained again."
CONTENT = Span(15, len(TEXT))


class FakeClassifier:
    """Answers by the words of a content."""

    def __init__(self, answer: Callable[[str], tuple[Act, float]], **issues: float) -> None:
        self._answer = answer
        self._issues = {name.replace("_", "-"): value for name, value in issues.items()}

    def judge(self, cases: Sequence[Case]) -> list[Verdict]:
        """Returns a verdict a case."""
        return [self._verdict(case) for case in cases]

    def _verdict(self, case: Case) -> Verdict:
        words = next(s.of(case.text) for s, role in case.roles if role is Role.CONTENT)
        act, likely = self._answer(words)
        rest = (1 - likely) / (len(ACTS) - 1)
        acts = {one: likely if one is act else rest for one in ACTS}
        aspects = dict.fromkeys(ASPECTS, 0.0) | {"future": 0.9 if "will" in words else 0.0}
        return Verdict(acts, dict.fromkeys(ROOTS, 0.0), aspects, self._issues)


def attribution() -> Attribution:
    """Returns an attribution of all sentences."""
    return Attribution(
        id="a",
        report="r",
        source=(Span(0, 9),),
        cue=(Span(10, 14),),
        content=(CONTENT,),
        parent=None,
        directness=Directness.INDIRECT,
        confidence=1.0,
        origin="test",
    )


def judged(
    given: Proposition, answer: Callable[[str], tuple[Act, float]], **issues: float
) -> tuple[Proposition, ...]:
    """Returns what is made of one proposition."""
    fake = FakeClassifier(answer, **issues)
    return judge(TEXT, [attribution()], {"a": (given,)}, fake)["a"]  # type: ignore[arg-type]


def test_sentence_with_an_act_of_its_own_replaces_the_plain_whole() -> None:
    """Of a content of three sentences the one that demands becomes the proposition."""
    found = judged(
        Proposition(CONTENT, Act.OTHER),
        lambda words: (Act.DEMAND, 0.9) if words.startswith("Norland") else (Act.OTHER, 0.9),
    )
    assert [(one.span.of(TEXT), one.act) for one in found] == [
        ("Norland must leave Arvel at once.", Act.DEMAND)
    ]


def test_unsure_sentence_leaves_the_whole() -> None:
    """A sentence that is hardly more likely a demand than not makes no proposition."""
    found = judged(
        Proposition(CONTENT, Act.OTHER),
        lambda words: (Act.DEMAND, 0.4) if words.startswith("Norland") else (Act.ASSESSMENT, 0.9),
    )
    assert [(one.span, one.act) for one in found] == [(CONTENT, Act.ASSESSMENT)]


def test_act_that_the_rules_see_stays() -> None:
    """The rules are seldom wrong where they see an act; where they see none, the classifier has to be sure."""
    assert judged(Proposition(CONTENT, Act.REFUSAL), demanded)[0].act is Act.REFUSAL
    assert judged(Proposition(CONTENT, Act.OTHER), demanded)[0].act is Act.DEMAND
    unsure = judged(Proposition(CONTENT, Act.OTHER), lambda _: (Act.DEMAND, 0.4))
    assert unsure[0].act not in {Act.DEMAND, Act.OFFER, Act.THREAT}


def test_act_of_somebody_else_stays_the_rules() -> None:
    """The classifier answers for the source; what an agent inside the content does is not its business."""
    agent = Span(47, 54)
    given = Proposition(Span(55, 79), Act.OTHER, agent=agent)
    assert [one.act for one in judged(given, demanded)] == [Act.OTHER]


def test_issues_of_the_rules_come_first() -> None:
    """The classifier adds what it is sure of, likeliest first."""
    given = Proposition(CONTENT, Act.DEMAND, issues=("sanctions",))
    said = dict.fromkeys(("ceasefire", "energy"), 0.4) | {"borders": 0.9}
    assert judged(given, demanded, **said)[0].issues == ("sanctions", "borders")
    alone = Proposition(CONTENT, Act.DEMAND)
    assert judged(alone, demanded, ceasefire=0.6, borders=0.9)[0].issues == ("borders", "ceasefire")


def test_item_of_a_list_keeps_its_own_issues() -> None:
    """What the neighbours in a list are about is no issue of an item that has its own."""
    items = (
        Proposition(Span(15, 46), Act.DEMAND, issues=("sanctions",)),
        Proposition(Span(47, 79), Act.DEMAND, issues=("borders",)),
    )
    fake = FakeClassifier(demanded, sanctions=0.9, borders=0.9)
    found = judge(TEXT, [attribution()], {"a": items}, fake)["a"]  # type: ignore[arg-type]
    assert [one.issues for one in found] == [("sanctions",), ("borders",)]


def demanded(_: str) -> tuple[Act, float]:
    """Answers that it is a demand."""
    return Act.DEMAND, 0.9


def test_words_torn_from_their_verb_are_nobodys_act() -> None:
    """Of "[Sudria refused] to sign a truce, the envoy said" the classifier makes no act of the envoy's."""
    text = "Sudria refused to sign a truce, the envoy said."
    torn = replace(
        attribution(), source=(Span(32, 41),), cue=(Span(42, 46),), content=(Span(15, 30),)
    )
    fake = FakeClassifier(lambda _: (Act.REFUSAL, 0.9))
    given = {"a": (Proposition(Span(15, 30), Act.OTHER),)}
    assert judge(text, [torn], given, fake)["a"][0].act is Act.OTHER  # type: ignore[arg-type]
    governed = {"a": (Proposition(Span(15, 30), Act.OTHER),)}
    whole = replace(torn, source=(Span(0, 6),), cue=(Span(7, 14),))
    assert judge(text, [whole], governed, fake)["a"][0].act is Act.REFUSAL  # type: ignore[arg-type]


def test_propositions_of_no_attribution_stay_as_they_are() -> None:
    """What the outlet says in its own voice is not judged."""
    own = Proposition(Span(0, 9), Act.THREAT)
    fake = FakeClassifier(lambda _: (Act.OTHER, 1.0))
    assert judge(TEXT, [], {"": (own,)}, fake) == {"": (own,)}  # type: ignore[arg-type]
