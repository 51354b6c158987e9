"""Records, ids and codecs. Imports nothing else of the project."""

from reportedly.model.attribution import Attribution, Directness
from reportedly.model.comparison import (
    Backing,
    Comparison,
    Echo,
    Position,
    SharedPassage,
    Story,
)
from reportedly.model.evidence import Evidence, EvidenceStatus, Span, take_evidence
from reportedly.model.figure import Check, Figure
from reportedly.model.ids import make_id, report_id
from reportedly.model.report import Credit, OffsetRun, PublishedBasis, Report
from reportedly.model.series import Point, Relation, Series
from reportedly.model.statement import (
    PLOVER,
    POSITION_ACTS,
    Act,
    Hedge,
    HedgeKind,
    Hedger,
    Likelihood,
    Link,
    Proposition,
    Speaker,
    SpeakerKind,
    Statement,
)
from reportedly.model.understood import Mention, TimeExpression, Understood

__all__ = [
    "PLOVER",
    "POSITION_ACTS",
    "Act",
    "Attribution",
    "Backing",
    "Check",
    "Comparison",
    "Credit",
    "Directness",
    "Echo",
    "Evidence",
    "EvidenceStatus",
    "Figure",
    "Hedge",
    "HedgeKind",
    "Hedger",
    "Likelihood",
    "Link",
    "Mention",
    "OffsetRun",
    "Point",
    "Position",
    "Proposition",
    "PublishedBasis",
    "Relation",
    "Report",
    "Series",
    "SharedPassage",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Story",
    "TimeExpression",
    "Understood",
    "make_id",
    "report_id",
    "take_evidence",
]
