"""Finds who is told of inside an attribution by the form of the words, where no nested attribution was found.

"Tarn told Vale on a call that ..., a spokeswoman said": the words before what is said name a further teller, or the cue
does ("repeated the argument of Norland that ..."). Resolving the name is the business of `telling`.
"""

from __future__ import annotations

import re

from reportedly.model import Attribution, Span

REACH = 240
"""Characters between the head of a clause and what is said in it."""

MOST_WORDS = 9
"""Words of a teller's name or description; a longer stretch holds a verb of its own."""

FEWEST_SAID = 12
"""Characters that must be left for what is said, behind the inner teller and verb."""

_HEAD = (
    r"(?:[“\"‘'\s–—-]|(?:But|And|Yet|Meanwhile,|Earlier,|that|how|and that|because|since)\s)*"
    r"(?:(?:In (?:turn|addition|response)|For (?:its|his|her|their) part|However|Earlier|Later|At the same time),\s)?"
    r"(?P<np>(?:[A-ZÀ-Þ\d]|(?:the|an?|some|many|most|several|more|other|those|both|two|three|four|five|unnamed|unidentified|anonymous)\s)"
    r"[^.;:!?“”\"()\n]{1,110}?)"
)
_VERBS = (
    r"(?:said|says|told|tells|believed?s?|thinks?|thought|claim(?:ed|s)|insist(?:ed|s)?|argu(?:ed|es?)"
    r"|wrote|announced|warned|stated|declared|alleged|admit(?:ted|s)|stressed|emphasi[sz]ed|denied|denies"
    r"|confirmed|assured|promised|maintain(?:ed|s)|suggested|hinted|noted|explained|assert(?:ed|s)"
    r"|demand(?:ed|s)|want(?:s|ed)(?!\s(?:on|by|for|list|people|persons)\b)"
    r"|hoped|hopes|fears|feared|called for|answered|made (?:it )?clear"
    r"|(?:has|have|had) (?:been|made it) clear|urged|welcome[sd]|wish(?:es|ed))"
)
_NO_NOUN = r"(?!\s+(?:were|was|are|is|of|by|about|have|has|had|will|would|and)\b|,)"
_TELLS = re.compile(
    _HEAD + r",?\s[“\"]?(?:also\s|(?:has|have|had)\s|(?:\w+ly|once|again|later|repeatedly)\s){0,3}"
    rf"(?P<verb>{_VERBS}\b{_NO_NOUN}|called\s(?=[^.;:]{{3,160}}[“\"]))"
)
_STANCE = re.compile(
    _HEAD
    + r"(?:[’']s?)\s(?P<verb>(?:position|view|argument|claim|opinion|demand|stance|message|assessment|belief)"
    r"\s(?:is|was|remains))\s(?:that\s|to\s)?"
)
_AS = re.compile(_HEAD + r"\s(?P<verb>as\s(?:saying|giving|claiming|telling|reporting|stating))\b")
_NOT_ONE = re.compile(
    r"\b(?:that|which|who|whom|whose|what|if|when|where|because|after|before|while|as|is|are|was|were|will|would"
    r"|can|could|should|must|may|might|has|have|had|do|does|did|not|be|been|he|she|it|they|we|I|you|there|[Nn]o|[Nn]obody|[Nn]one|[Nn]ever|[Nn]othing)\b"
    r"|,\s(?:and|but)\b|[’']s?$|^(?:He|She|It|They|We|This|That|These|Those|His|Her|Their|Its|My|Our|In|On|At|For)\b"
)
_WORDS_OF = (
    r"(?:arguments?|claims?|assertions?|accusations?|thes[ie]s|positions?|views?|words|statements?|demands?|quot(?:e|es|ation)"
    r"|remarks|opinions?|allegations?|propaganda|narratives?)"
)
_OF = re.compile(
    rf"\b{_WORDS_OF}\s(?:of|from|by)\s(?P<np>[^,.;:“”\"\n]{{2,60}}?)\s*(?:,|:|\bthat\b|$)"
)
_GENITIVE = re.compile(
    r"\b(?:repeat|reiterat|quot|cit|recall|echo|refer|reject|dismiss|den[iy]|refut)\w*\s(?:to\s|with\s)?"
    rf"(?P<np>(?:[A-ZÀ-Þ]|the\s)[^,.;:“”\"\n]{{1,60}}?)[’']s?\s(?:\w+\s)?{_WORDS_OF}\b"
)
_CITES = re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\b", re.IGNORECASE)


def inner_source(text: str, attribution: Attribution, said: Span) -> tuple[Span, Span] | None:
    """Returns the words for a further teller and their verb, None where nobody further is told of.

    Args:
        text: the text of the report.
        attribution: who tells.
        said: the words of the statement, inside the attribution's content.
    """
    return _of_cue(text, attribution, said) or _of_clause(text, attribution, said)


def _of_clause(text: str, attribution: Attribution, said: Span) -> tuple[Span, Span] | None:
    """Finds the teller at the head of the clause that a statement stands in."""
    start = _clause(text, attribution, said)
    end = said.end - FEWEST_SAID
    cites = any(_CITES.search(cue.of(text)) for cue in attribution.cue)
    for pattern in (_STANCE, _AS, _TELLS) if cites else (_STANCE, _TELLS):
        found = pattern.match(text, start, max(start, end))
        if found is None or _NOT_ONE.search(found["np"]) or len(found["np"].split()) > MOST_WORDS:
            continue
        verb = Span(*found.span("verb"))
        others = (*attribution.source, *attribution.cue)
        if verb.end < said.start - REACH or any(verb.meets(other) for other in others):
            continue
        between = text[verb.end : said.start]
        if not re.search(r"[.;!?](?:\s|$)", between):
            return Span(*found.span("np")), verb
    return None


def _clause(text: str, attribution: Attribution, said: Span) -> int:
    """Returns where the clause begins: behind the last sentence, or the source and cue before the statement."""
    line = text.rfind("\n", 0, said.start) + 1
    start = max(line, said.start - REACH)
    ends = [
        m.end()
        for m in re.finditer(r"[.!?;][”\"’)]*(?=\s|[A-Z“])|\s[-–—]\s", text[start : said.start])
    ]
    start += ends[-1] if ends else 0
    before = [s.end for s in (*attribution.source, *attribution.cue) if s.end <= said.start]
    start = max(start, *before, 0)
    while start < said.start and text[start] in " ,\t\xa0":
        start += 1
    return start


def _of_cue(text: str, attribution: Attribution, said: Span) -> tuple[Span, Span] | None:
    """Finds the teller that a cue names ("repeated the argument of Norland")."""
    for cue in attribution.cue:
        if not cue.start < said.start <= cue.end + REACH:
            continue
        for pattern in (_OF, _GENITIVE):
            found = pattern.search(text, cue.start, max(cue.end, said.start))
            if found and not re.search(r"[.;!?]\s", text[found.end() : said.start]):
                return Span(*found.span("np")), cue
    return None
