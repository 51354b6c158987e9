"""Moves within one act: only what words decide exactly."""

from dataclasses import replace

import pytest
from invented_positions import report, statement

from reportedly.comparing import Sameness, changes_of
from reportedly.model import Act, Evidence
from reportedly.vocabulary.dossier import Dossier, Group, Place

DAILY = report("Daily", "2031-05-20")
NAMES = ("Ansel", "Brenna", "Lissow")
LAKES = Dossier(
    "lakes",
    "Lakes",
    places=tuple(Place(name, kind="region") for name in NAMES),
    groups=(Group("the three lakes", (), NAMES),),
)


def _kinds(first, second, sameness=None):
    return [c.kind for c in changes_of([first, second], [DAILY], sameness)]


def _pair(first, second, act, **later):
    return statement(first, act, "2031-05-01"), statement(second, act, "2031-05-09", **later)


@pytest.mark.parametrize(
    ("act", "first", "second", "kind"),
    [
        (Act.DEMAND, "20", "40", "hardened"),
        (Act.DEMAND, "40", "20", "softened"),
        (Act.OFFER, "20", "40", "softened"),
        (Act.OFFER, "40", "20", "hardened"),
    ],
)
def test_amount_that_moved_goes_by_who_gives(act, first, second, kind):
    """To ask more is harder, to offer more is softer."""
    words = "the return of {} captured vessels"
    assert _kinds(*_pair(words.format(first), words.format(second), act)) == [kind]


@pytest.mark.parametrize("later", ["40", "forty"])
def test_amount_that_moved_once_is_not_moved_again_by_a_repetition(later):
    """20, then 40, then 40 again: hardened once, then repeated."""
    words = "the return of {} captured vessels"
    rows = [
        statement(words.format(number), Act.DEMAND, said, start=90 * place)
        for place, (number, said) in enumerate(
            [
                ("20", "2031-05-01"),
                ("40", "2031-05-09"),
                (later, "2031-05-15"),
                (later, "2031-05-19"),
            ]
        )
    ]
    changes = changes_of(rows, [DAILY])
    assert [(c.kind, c.before) for c in reversed(changes)] == [
        ("hardened", rows[0].id),
        ("repeated", rows[1].id),
        ("repeated", rows[2].id),
    ]


def test_shorter_deadline_and_dropped_condition_are_told_once():
    """Saying them again moves nothing; a statement in between that is silent on them does not count."""
    words = "the release of every prisoner{}"
    dated = [
        (" within 30 days", "01"),
        (" within 10 days", "05"),
        ("", "08"),
        (" within 10 days", "11"),
    ]
    rows = [
        replace(
            statement(words.format(term), Act.DEMAND, f"2031-05-{day}"),
            id=day,
            deadline=Evidence(term.strip(), "", "", 0, 3) if term else None,
        )
        for term, day in dated
    ]
    assert [(c.after, c.kind) for c in changes_of(rows, [DAILY])] == [
        ("11", "repeated"),
        ("08", "repeated"),
        ("05", "hardened"),
    ]
    words = "a ceasefire along the river{}"
    if_, without = " if shelling stops", " without conditions"
    dated = [(if_, "01"), (without, "05"), ("", "08"), (without, "11")]
    rows = [
        replace(
            statement(words.format(term), Act.OFFER, f"2031-05-{day}", start=9 * int(day)),
            id=day,
            conditions=(Evidence(if_.strip(), "", "", 0, 3),) if term == if_ else (),
        )
        for term, day in dated
    ]
    found = {c.after: c.kind for c in changes_of(rows, [DAILY])}
    assert (found["05"], found["11"]) == ("softened", "repeated")


def test_amount_of_a_limit_moves_nothing():
    """A lower limit asks for more, so numbers beside words of a limit are left alone."""
    words = "the army be limited to {} thousand soldiers"
    assert "softened" not in _kinds(*_pair(words.format(60), words.format(50), Act.DEMAND))


def test_shorter_deadline_of_a_demand_is_hardened():
    """The same demand, to be met sooner."""
    words = "the release of every prisoner within {} days"
    rows = [
        replace(
            statement(words.format(days), said=said),
            deadline=Evidence(f"within {days} days", "", "", 0, 3),
        )
        for days, said in ((30, "2031-05-01"), (10, "2031-05-09"))
    ]
    assert _kinds(*rows) == ["hardened"]


def test_condition_that_a_report_leaves_out_is_not_dropped():
    """Silence drops nothing; only words such as "without conditions" do."""
    words = "a ceasefire along the river"
    first = statement(
        f"{words} if shelling stops", Act.OFFER, "2031-05-01", conditions=("if shelling stops",)
    )
    silent = statement(words, Act.OFFER, "2031-05-09")
    plain = statement(f"{words} without conditions", Act.OFFER, "2031-05-09")
    assert _kinds(first, silent) == ["repeated"]
    assert _kinds(first, plain) == ["softened"]


def test_echo_of_one_origin_is_no_change():
    """A later report with a part of the words of the same origin repeats nothing."""
    first, second = _pair(
        "the return of 20 captured vessels", "the return of 20 captured", Act.DEMAND
    )
    assert _kinds(replace(first, origin="Institute"), replace(second, origin="Institute")) == []


def test_same_day_is_no_change():
    """Two statements of one day have no order."""
    first, second = _pair(
        "the return of 20 captured vessels", "the return of 40 captured vessels", Act.DEMAND
    )
    assert _kinds(first, replace(second, said="2031-05-01")) == []


def test_judgement_decides_whether_it_is_repeated():
    """What a person calls different is not repeated."""
    first, second = _pair(
        "the return of captured vessels", "the return of all captured vessels", Act.DEMAND
    )
    apart = Sameness(different=frozenset({frozenset({first.id, second.id})}))
    assert _kinds(first, second) == ["repeated"]
    assert _kinds(first, second, apart) == ["new"]


def test_scope_that_grew_from_one_place_to_the_group_is_hardened():
    """One lake, then all three: more is demanded; the group's members are known from the dossier."""
    rows = _pair(
        "withdrawal of all troops from Ansel",
        "withdrawal of all troops from the three lakes",
        Act.DEMAND,
    )
    assert _kinds(*rows, Sameness.of(LAKES)) == ["hardened"]
    assert _kinds(
        replace(rows[1], said="2031-05-01"), replace(rows[0], said="2031-05-09"), Sameness.of(LAKES)
    ) == ["softened"]
