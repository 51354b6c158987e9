"""What a careful reader finds in examples/reports, written down by hand from the texts.

Nothing here was copied from the program's output; how it is compared lives in `test_golden`.
"""

from __future__ import annotations

from dataclasses import dataclass

KESTRIA, VARONIA, NORLAND = "Kestria", "Varonia", "Norland"
WITHDRAWAL = "withdrawal-from-claimed-territory"
RECOGNITION = "recognition-of-annexation"
ALLIANCES = "alliances-neutrality"


@dataclass(frozen=True, slots=True)
class ExpectedReport:
    """One report of a file."""

    file: str
    outlet: str | None
    title: str
    published: str | None
    byline: str | None = None
    # Words of the page that are no part of the report.
    furniture: tuple[str, ...] = ()
    # Which of the fields the program is known to miss, with the reason; "" if none.
    missed: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedPosition:
    """One thing that a party wants, offers, refuses or concedes, at the words that say so."""

    file: str
    words: str
    holders: tuple[str, ...]
    acts: tuple[str, ...]
    # Any of them will do; () where the list of issues has none that fits well.
    issues: tuple[str, ...]
    # Why the program is known to miss it; "" if it must be found.
    missed: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """One number of a text, with what it counts and how a check of it must end."""

    file: str
    words: str
    value: float
    unit: str
    # Words that must stand in the measured entity or place; "" if any.
    of: str = ""
    # Kind and verdict of a check that must be among the figure's; None if none is asked.
    check: tuple[str, str] | None = None
    missed: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedChain:
    """Through whom one statement reached the reader, at the words that were said."""

    file: str
    words: str
    # Names from the outlet to the first source, without "the" and "a".
    names: tuple[str, ...]
    missed: str = ""


REPORTS = (
    ExpectedReport(
        "01_agency_wire.txt",
        "Harbour News Agency",
        "Kestria demands full withdrawal from the Delta as first round of talks ends without result",
        "2031-02-11",
        "Mara Lindqvist",
    ),
    ExpectedReport(
        "02_source_line.txt",
        None,
        "Kestria tries to win at the table the cities it cannot take, analysts say",
        "2031-03-19",
    ),
    ExpectedReport(
        "03_city_agency.txt",
        "VNN",
        "Kestria delays the second round to gain ground on the Salt Coast"
        " - Institute for Border Studies",
        "2031-03-20",
    ),
    ExpectedReport(
        "04_saved_page.html",
        "Bay Dispatch",
        "Kestria hardens its terms before second round, border institute finds",
        "2031-03-21",
        "Clara Venn",
        ("cookies", "Ferry line", "price of bread", "Regatta", "All rights", "Nils Ahre"),
    ),
    ExpectedReport(
        "05_feed.xml",
        "Norland Public Radio",
        "Kestria refuses foreign observers in the Delta",
        "2031-03-28",
        "Inga Solheim",
    ),
    ExpectedReport(
        "05_feed.xml",
        "Norland Public Radio",
        "Aldal: both sides have agreed to exchange all prisoners",
        "2031-06-17",
        "Inga Solheim",
    ),
    ExpectedReport(
        "06_feed_reader.txt",
        "Northern Ledger",
        "Two memorandums, two maps: what Varonia and Kestria put on paper in Sundholm",
        "2031-04-03",
        None,
        ("Normale Ansicht", "Seit vorgestern", "5519028", "price of a coffee", "✇", "❌"),
    ),
    ExpectedReport(
        "06_feed_reader.txt",
        "Northern Ledger",
        "Kestria wants written pledge that Varonia stays out of the Alliance, agency reports",
        "2031-03-29",
        None,
        ("price of a coffee", "You could close", "✇", "❌"),
    ),
    ExpectedReport(
        "07_pasted_page.txt",
        "Lakeland Courier",
        "Varonia offers neutrality in return for guarantees",
        "2031-05-22",
        "Edda Morland",
        ("min read", "Jonas Brekke", "taught law", "houseboat", "Show More", "no army to speak"),
    ),
    ExpectedReport("08_explainer_undated.txt", None, "", None),
    ExpectedReport(
        "09_memorandum.txt",
        None,
        "MEMORANDUM OF THE KESTRIAN UNION ON THE TERMS OF A SETTLEMENT IN THE DELTA",
        "2031-04-02",
    ),
    ExpectedReport(
        "10_assessment.md",
        "Institute for Border Studies",
        "Delta Talks Assessment, March 18, 2031",
        "2031-03-18",
        "Henrik Sollen and Ruta Amsel",
    ),
    ExpectedReport(
        "11_briefing.txt",
        None,
        "Transcript of the press briefing by government spokeswoman Rosa Kell",
        "2031-07-03",
    ),
    ExpectedReport(
        "12_anonymous_relay.txt",
        "Coast Herald",
        "Kestria may drop its claim to the Lower Delta, sources tell Mirel Times",
        "2031-05-09",
        "Anders Holt",
    ),
    ExpectedReport(
        "13_third_round.txt",
        "Harbour News Agency",
        "Varonia and Kestria sign ceasefire for the Delta, leave the map for later",
        "2031-08-06",
    ),
)

POSITIONS = (
    ExpectedPosition(
        "01_agency_wire.txt",
        "pull its troops out of all three Delta districts",
        (KESTRIA,),
        ("demand",),
        (WITHDRAWAL,),
    ),
    ExpectedPosition(
        "01_agency_wire.txt",
        "from our own towns",
        (VARONIA,),
        ("refusal",),
        (WITHDRAWAL,),
    ),
    ExpectedPosition(
        "01_agency_wire.txt",
        "an unconditional ceasefire of 60 days",
        (VARONIA,),
        ("demand",),
        ("ceasefire",),
    ),
    ExpectedPosition(
        "01_agency_wire.txt",
        "give up its application to join the Amber Sea Alliance",
        (KESTRIA,),
        ("demand",),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "01_agency_wire.txt",
        "over the alliances of its neighbours",
        (VARONIA,),
        ("refusal",),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "02_source_line.txt",
        "recognise the whole Delta as Kestrian territory",
        (KESTRIA,),
        ("demand",),
        (RECOGNITION,),
    ),
    ExpectedPosition(
        "02_source_line.txt",
        "stay outside the Amber Sea Alliance",
        (KESTRIA,),
        ("demand",),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "03_city_agency.txt",
        "recognition of the Delta as part of Kestria",
        (KESTRIA,),
        ("demand",),
        (RECOGNITION,),
    ),
    ExpectedPosition(
        "03_city_agency.txt",
        "shelling the hospital in Brenna",
        (VARONIA,),
        ("accusation",),
        (),
    ),
    ExpectedPosition(
        "04_saved_page.html",
        "any recognition",
        (VARONIA,),
        ("refusal",),
        (RECOGNITION,),
    ),
    ExpectedPosition(
        "04_saved_page.html",
        "exchange all prisoners of war at once",
        (VARONIA,),
        ("offer",),
        ("prisoners",),
    ),
    ExpectedPosition(
        "04_saved_page.html",
        "close the Ansel Canal to Varonian ships",
        (KESTRIA,),
        ("threat",),
        ("trade", "mobility", "water"),
    ),
    ExpectedPosition(
        "05_feed.xml",
        "to let foreign observers monitor a ceasefire",
        (KESTRIA,),
        ("refusal",),
        ("peacekeeping", "enforcement"),
        missed="'has refused' is cut out of the content, and no act is found",
    ),
    ExpectedPosition(
        "05_feed.xml",
        "to send 400 unarmed observers",
        (NORLAND,),
        ("offer",),
        ("peacekeeping", "enforcement"),
    ),
    ExpectedPosition(
        "05_feed.xml",
        "up to 150 unarmed Norlandish observers",
        (KESTRIA,),
        ("agreement", "concession"),
        ("peacekeeping", "enforcement"),
    ),
    ExpectedPosition(
        "05_feed.xml",
        "to exchange all prisoners of war, 900-for-900",
        (KESTRIA, VARONIA),
        ("agreement",),
        ("prisoners",),
    ),
    ExpectedPosition(
        "05_feed.xml",
        "withdraw from the Upper Delta and the Salt Coast",
        (KESTRIA,),
        ("demand",),
        (WITHDRAWAL,),
        missed="coded as ceasefire only, after 'before a ceasefire'",
    ),
    ExpectedPosition(
        "06_feed_reader.txt",
        "sanctions on Kestria stay in force",
        (VARONIA,),
        ("demand",),
        ("sanctions",),
    ),
    ExpectedPosition(
        "06_feed_reader.txt",
        "an unconditional ceasefire of 60 days",
        (VARONIA,),
        ("demand", "offer"),
        ("ceasefire",),
    ),
    ExpectedPosition(
        "06_feed_reader.txt",
        "the return of 3,400 civilians",
        (VARONIA,),
        ("demand", "offer"),
        ("civilians-return",),
    ),
    ExpectedPosition(
        "06_feed_reader.txt",
        "the withdrawal of Varonian troops",
        (KESTRIA,),
        ("demand",),
        (WITHDRAWAL,),
    ),
    ExpectedPosition(
        "06_feed_reader.txt",
        "a written pledge from the members",
        (KESTRIA,),
        ("demand",),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "06_feed_reader.txt",
        "any Kestrian veto over its alliances",
        (VARONIA,),
        ("refusal",),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "07_pasted_page.txt",
        "give up its application to the Amber Sea Alliance",
        (VARONIA,),
        ("offer", "concession"),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "07_pasted_page.txt",
        "any recognition of the Delta as Kestrian territory",
        (VARONIA,),
        ("refusal",),
        (RECOGNITION,),
    ),
    ExpectedPosition(
        "07_pasted_page.txt",
        "on the Lower Delta",
        (KESTRIA,),
        ("concession",),
        (),
    ),
    ExpectedPosition(
        "07_pasted_page.txt",
        "had ever set an ultimatum",
        (KESTRIA,),
        ("denial",),
        (),
    ),
    ExpectedPosition(
        "08_explainer_undated.txt",
        "the lifting of sanctions",
        (KESTRIA,),
        ("demand",),
        ("sanctions",),
    ),
    ExpectedPosition(
        "09_memorandum.txt",
        "withdraw all its armed forces",
        (KESTRIA,),
        ("demand",),
        (WITHDRAWAL,),
    ),
    ExpectedPosition(
        "09_memorandum.txt",
        "as part of the territory of Kestria",
        (KESTRIA,),
        ("demand",),
        (RECOGNITION,),
    ),
    ExpectedPosition(
        "09_memorandum.txt",
        "its permanent neutrality",
        (KESTRIA,),
        ("demand",),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "09_memorandum.txt",
        "All sanctions imposed on Kestria",
        (KESTRIA,),
        ("demand",),
        ("sanctions",),
    ),
    ExpectedPosition(
        "09_memorandum.txt",
        "a ceasefire of 30 days",
        (KESTRIA,),
        ("offer",),
        ("ceasefire",),
    ),
    ExpectedPosition(
        "09_memorandum.txt",
        "the presence of foreign observers or troops",
        (KESTRIA,),
        ("refusal",),
        ("peacekeeping", "foreign-forces"),
    ),
    ExpectedPosition(
        "11_briefing.txt",
        "recognition of the Upper Delta and the Salt Coast",
        (KESTRIA,),
        ("demand",),
        (RECOGNITION,),
        missed="'recognition of' is cut out of the content, which leaves the issue of borders",
    ),
    ExpectedPosition(
        "11_briefing.txt",
        "guarantees that amount to an alliance by another name",
        (KESTRIA,),
        ("refusal",),
        ("security-guarantees", ALLIANCES),
    ),
    ExpectedPosition(
        "12_anonymous_relay.txt",
        "stop gas deliveries to Varonia",
        (KESTRIA,),
        ("threat",),
        ("energy", "trade"),
    ),
    ExpectedPosition(
        "13_third_round.txt",
        "Varonian troops leave the Delta before a ceasefire",
        (KESTRIA,),
        ("concession",),
        (WITHDRAWAL,),
    ),
    ExpectedPosition(
        "13_third_round.txt",
        "not to join any alliance while the ceasefire lasts",
        (VARONIA,),
        ("offer", "concession", "agreement"),
        (ALLIANCES,),
    ),
    ExpectedPosition(
        "13_third_round.txt",
        "to a ceasefire of 90 days",
        (KESTRIA, VARONIA),
        ("agreement",),
        ("ceasefire",),
    ),
)

CHAINS = (
    ExpectedChain(
        "03_city_agency.txt", "Kestrian units have moved", ("VNN", "Institute for Border Studies")
    ),
    ExpectedChain(
        "04_saved_page.html",
        "almost certainly meant to be refused",
        ("Bay Dispatch", "Institute for Border Studies"),
    ),
    ExpectedChain(
        "05_feed.xml", "Nobody showed us a plan", ("Norland Public Radio", "Viktor Drane")
    ),
    ExpectedChain(
        "06_feed_reader.txt",
        "almost certainly incapable of taking Port Ansel",
        ("Northern Ledger", "Institute for Border Studies"),
    ),
    ExpectedChain(
        "06_feed_reader.txt",
        "the pledge in writing",
        (
            "Northern Ledger",
            "Harbour News Agency",
            "two Kestrian sources with knowledge of the talks",
            "Ada Holm",
        ),
    ),
    ExpectedChain(
        "06_feed_reader.txt",
        "Varonia retains around 3,950",
        ("Northern Ledger", "Institute for Border Studies"),
    ),
    ExpectedChain(
        "12_anonymous_relay.txt",
        "giving up its claim to the Lower Delta",
        ("Coast Herald", "Mirel Times", "three people close to the Kestrian delegation"),
    ),
    ExpectedChain(
        "12_anonymous_relay.txt",
        "Nobody here wants to govern",
        ("Coast Herald", "Mirel Times", "senior Kestrian official"),
    ),
    ExpectedChain(
        "12_anonymous_relay.txt",
        "its claim to Port Ansel",
        ("Coast Herald", "adviser to President Ivo Tarn"),
    ),
)

FIGURES = (
    ExpectedFigure("01_agency_wire.txt", "about 72 percent", 72, "%", "Delta"),
    ExpectedFigure("01_agency_wire.txt", "200-for-200", 200, "1"),
    ExpectedFigure(
        "03_city_agency.txt",
        "about 216 square kilometers",
        216,
        "km2",
        "Salt Coast",
        ("share of whole", "consistent"),
    ),
    ExpectedFigure("06_feed_reader.txt", "71.8%", 71.8, "%", "Delta", ("complement", "consistent")),
    ExpectedFigure(
        "06_feed_reader.txt",
        "around 3,950 square kilometers",
        3950,
        "km2",
        "Delta",
        ("complement", "consistent"),
    ),
    ExpectedFigure("07_pasted_page.txt", "about 12 percent", 12, "%", "Salt Coast"),
    ExpectedFigure(
        "07_pasted_page.txt",
        "five percent",
        5,
        "%",
        "Salt Coast",
    ),
    ExpectedFigure("08_explainer_undated.txt", "3,900 square meters", 3900, "km2"),
    ExpectedFigure(
        "09_memorandum.txt",
        "14,000 square kilometres",
        14000,
        "km2",
        "Delta",
    ),
    ExpectedFigure("09_memorandum.txt", "1.2 billion dollars", 1.2e9, "USD"),
    ExpectedFigure(
        "10_assessment.md",
        "71.5 percent",
        71.5,
        "%",
        "Delta",
        ("share of whole", "consistent"),
    ),
    ExpectedFigure(
        "10_assessment.md", "eight percent", 8, "%", "Salt Coast", ("share of whole", "consistent")
    ),
    ExpectedFigure(
        "13_third_round.txt",
        "10,080",
        10080,
        "km2",
        "Delta",
    ),
    ExpectedFigure(
        "13_third_round.txt",
        "about 3,920 square kilometers",
        3920,
        "km2",
        "Delta",
        ("complement", "consistent"),
    ),
)

RELAYS = ("02_source_line.txt", "03_city_agency.txt", "04_saved_page.html")
"""Three outlets that relay one assessment of the Institute for Border Studies."""

ANALYSTS = "Institute for Border Studies"

UNDATED = "08_explainer_undated.txt"
