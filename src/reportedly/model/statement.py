"""An attribution, resolved: who speaks, whose act it is, about what, since when, through which chain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.attribution import Directness
from reportedly.model.evidence import Evidence, Span


class Act(StrEnum):
    """What is done in saying it. The first eight map to PLOVER roots, the rest are our extension."""

    DEMAND = "demand"
    OFFER = "offer"
    CONCESSION = "concession"
    AGREEMENT = "agreement"
    REFUSAL = "refusal"
    THREAT = "threat"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    ASSESSMENT = "assessment"
    OTHER = "other"


PLOVER: dict[Act, str] = {
    Act.DEMAND: "REQUEST",
    Act.OFFER: "AGREE",
    Act.CONCESSION: "CONCEDE",
    Act.AGREEMENT: "AGREE",
    Act.REFUSAL: "REJECT",
    Act.THREAT: "THREATEN",
    Act.ACCUSATION: "ACCUSE",
    Act.DENIAL: "REJECT",
}
"""PLOVER's root for an act (manual, draft 2.0); acts without an entry have none."""

POSITION_ACTS = frozenset(
    {Act.DEMAND, Act.OFFER, Act.CONCESSION, Act.AGREEMENT, Act.REFUSAL, Act.THREAT}
)
"""Acts that state what a party wants or will do; only these make positions."""


class SpeakerKind(StrEnum):
    """What kind of source a speaker is."""

    NAMED = "named"
    BODY = "body"
    ANONYMOUS_OFFICIAL = "anonymous official"
    ANONYMOUS_SOURCE = "anonymous source"
    OUTLET = "outlet"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, resolved to a person or body; *anonymous* is a kind of speaker."""

    # Name in full as far as the text or the dossier gives it; for an anonymous one its description.
    name: str
    kind: SpeakerKind
    # Side of the negotiation it belongs to, None if none or unknown.
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain, from the outlet towards the first source."""

    # Name of the person, body, outlet or document.
    name: str
    # A `SpeakerKind` value, or "agency" or "think tank" where that is known.
    kind: str
    # Where the report credits it, None where the page itself says so (the outlet).
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Words of estimative probability and the range they stand for (ICD 203)."""

    # The words as used.
    term: str
    # Lower end of the probability, from 0 to 1.
    low: float
    # Upper end.
    high: float


class HedgeKind(StrEnum):
    """What estimative words tell."""

    # A probability with a range of ICD 203.
    LIKELIHOOD = "likelihood"
    # How well founded a judgement is, apart from how likely it is.
    CONFIDENCE = "confidence"
    # A probability that is left open ("may").
    POSSIBILITY = "possibility"
    # That it is others who say so ("reportedly").
    HEARSAY = "hearsay"


class Hedger(StrEnum):
    """Who uses estimative words."""

    # Whoever says the statement, inside what is said.
    SPEAKER = "speaker"
    # A source that tells what the speaker says, around its cue.
    TELLER = "teller"
    # The report in its own voice, around the cue of the outermost source or where no source is named.
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Hedge:
    """Estimative words on a statement: how likely, how well founded, and who says so."""

    kind: HedgeKind
    by: Hedger
    # The term of `vocabulary/likelihood.yaml` that the words stand for: "likely" for "probably"; a level of confidence.
    term: str
    # Ends of the probability, from 0 to 1; None for confidence.
    low: float | None
    high: float | None
    # The words as used.
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing said inside a content: the unit that is coded. Read by `coding`, named by `resolving`."""

    # The words of the proposition.
    span: Span
    act: Act
    # Words that carry the act ("demands", "ruled out"), None where the act follows from the form alone.
    cue: Span | None = None
    # Words naming whose act it is, None where it is the attribution's own source.
    agent: Span | None = None
    # Words naming at whom it is directed.
    target: Span | None = None
    # Codes of `vocabulary/issues.yaml`, most certain first.
    issues: tuple[str, ...] = ()
    # Words that state a condition ("only after Ukraine forms a new government").
    conditions: tuple[Span, ...] = ()
    # Words that state a deadline ("within 100 days of martial law ending").
    deadline: Span | None = None
    # Any of "negated", "hypothetical", "historical", "future".
    aspects: frozenset[str] = frozenset()
    likelihood: Likelihood | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sourced, dated row of the ledger."""

    # Hash of report, evidence stretch and the words of source and cue.
    id: str
    # Id of the report.
    report: str
    # Id of the attribution it comes from, None where the outlet says it in its own voice.
    attribution: str | None
    speaker: Speaker
    # Party whose demand, offer or refusal it is, None where it is nobody's.
    holder: str | None
    act: Act
    # PLOVER's root, None where there is none.
    plover: str | None
    # Codes of `vocabulary/issues.yaml`.
    issues: tuple[str, ...]
    # Party at whom it is directed, None if none is named.
    target: str | None
    # When it was said, in EDTF; None if the text does not tell.
    said: str | None
    # When the words were first published, where the text says so ("published by TASS on 2 June").
    first_published: str | None
    # From the outlet back to the first source known.
    chain: tuple[Link, ...]
    # Name at the end of the chain, None where the lineage is unknown.
    origin: str | None
    likelihood: Likelihood | None
    direct: Directness
    # Words that state conditions, as stretches of the report's text.
    conditions: tuple[Evidence, ...]
    deadline: Evidence | None
    # "own words" (the holder speaks), "account" (another party, a press report) or "assessment" (an analyst).
    voice: str
    # Any of "negated", "hypothetical", "historical", "future".
    aspects: tuple[str, ...]
    # The words of the proposition, fragments joined by " … ".
    text: str
    evidence: Evidence
    # Sentences in which the outlet limits what it stands for, where they cover this statement.
    caveats: tuple[str, ...]
    # The attribution's certainty, from 0 to 1.
    confidence: float
    # Name and version of what made the row.
    extractor: str
    # By when it is due, in EDTF ("../2031-04-25"); None without a deadline, or where it counts from an event.
    due: str | None = None
    # Length of the deadline, an ISO 8601 duration ("P100D"); None where it is a date.
    due_within: str | None = None
    # When the event takes place of which the words speak, in EDTF ("a meeting on 28 February").
    event: str | None = None
    # Estimative words of the speaker and around the speaker, in the order of the text.
    hedges: tuple[Hedge, ...] = ()
