"""Makes the act classifier's training cases: gold pairs, and our own labels of contents and of pairs.

What lives here: from data and label files to `Case`s with what is right of them. What does not: the model and the
loop (`train_acts`). The label files in `labels/` hold no texts, only corpus, id, a hash of the text and offsets.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.coding import code_content
from reportedly.coding.act_cases import Case, Role, content_case, pair_case
from reportedly.coding.judging import act_of_source
from reportedly.model import Act, Span
from reportedly.vocabulary import load_gazetteer
from reportedly.vocabulary.issues import load_issues

LABELS = Path(__file__).resolve().parent / "labels"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reader says of a content."""

    # None where only issues are known.
    act: Act | None = None
    aspects: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A case with what is right of it."""

    case: Case
    # Rows of one group never stand on both sides of a fold.
    group: str
    # Root of a pair, None for a content.
    root: str | None = None
    # What each reader of a content says, none for a pair.
    answers: tuple[Answer, ...] = ()


@dataclass
class Texts:
    """The texts of the unlabelled corpora and of the evaluation sets whose texts were labelled again."""

    # Folder of the evaluation data.
    data: Path
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for corpus, id_, text in self._all():
            self.known.setdefault((corpus, id_), text)

    def of(self, row: Mapping[str, Any]) -> str:
        """Returns the text that a row is about; stops where it is not the one that was labelled."""
        text = self.known[row["corpus"], row["report"]]
        if hashlib.sha256(text.encode()).hexdigest()[:12] != row["sha"]:
            raise SystemExit(f"{row['report']} is not the text that was labelled")
        return text

    def _all(self) -> Iterator[tuple[str, str, str]]:
        for corpus in ("ukr2022", "ukr2014", "thinktank"):
            for row in _rows(self.data / "corpora" / f"{corpus}.jsonl"):
                first, *others = row.get("sentences", [""])
                yield corpus, row["id"], row.get("text") or first + "\n" + " ".join(others)
        files = {"re3d": "re3d/docs", "mpqa": "mpqa/dev", "polnear": "polnear/train"}
        for corpus, file in files.items():
            for row in _rows(self.data / f"{file}.jsonl"):
                yield corpus, row["id"], row["text"]
        pairs = {"newsim": "semeval22_en_train", "tg": "tg_pairs_en"}
        for corpus, file in pairs.items():
            for row in _rows(self.data / "newsim" / f"{file}.jsonl"):
                for side in ("text1", "text2"):
                    yield corpus, row["id"] + side, row[side]
        for row in _rows(self.data / "ecbplus" / "train_dev.jsonl"):
            yield "ecb", row["id"], " ".join(row["sentences"])


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def gold_pairs(data: Path) -> list[Example]:
    """Returns the pairs of `plover/plv_train`; those of one sentence are one group."""
    found = []
    for row in _rows(data / "plover" / "plv_train.jsonl"):
        root = {"YIELD": "CONCEDE"}.get(row["root"], row["root"])
        case = marked_case(row["marked"])
        found.append(Example(case, group=row["text"], root=root))
    return found


def marked_case(marked: str) -> Case:
    """Returns the case of a sentence in which source and target stand between `<s>`, `<t>` and their ends."""
    text, roles, begun = "", [], {}
    for part in marked.replace("<", "\0<").replace(">", ">\0").split("\0"):
        if part in {"<s>", "<t>"}:
            begun[part[1]] = len(text)
        elif part in {"</s>", "</t>"}:
            role = Role.SOURCE if part[2] == "s" else Role.TARGET
            roles.append((Span(begun[part[2]], len(text)), role))
        else:
            text += part
    return Case(text, tuple(roles))


def our_pairs(texts: Texts) -> list[Example]:
    """Returns our own labels of pairs (`labels/act_pairs.jsonl`)."""
    found = []
    for row in _rows(LABELS / "act_pairs.jsonl"):
        text, sentence = texts.of(row), Span(*row["sentence"])
        words = [Span(*row[name]).of(text) for name in ("source", "target")]
        case = pair_case(sentence.of(text), *words)
        group = f"{row['report']} {sentence.start}"
        found.append(Example(case, group=group, root=row["root"]))
    return found


def our_contents(texts: Texts, *, aside: bool = False) -> list[Example]:
    """Returns our own labels of contents (`labels/act_contents.jsonl`), with what the rules say of them.

    Args:
        texts: the texts they are about.
        aside: give those of the reports that are kept aside, on which answers are calibrated, instead of the others.
    """
    gazetteer = load_gazetteer()
    found = []
    for row in _rows(LABELS / "act_contents.jsonl"):
        if _is_aside(row["report"]) is not aside:
            continue
        text = texts.of(row)
        spans = {name: tuple(Span(*s) for s in row[name]) for name in ("source", "cue", "content")}
        case = content_case(
            text, spans["content"], source=spans["source"], cue=spans["cue"], rule=None
        )
        own = {role: [s.of(case.text) for s, r in case.roles if r is role] for role in Role}
        inside = tuple(s for s, r in case.roles if r is Role.CONTENT)
        propositions = code_content(
            case.text,
            inside,
            source=" … ".join(own[Role.SOURCE]),
            cue=" … ".join(own[Role.CUE]),
            gazetteer=gazetteer.learn(case.text),
        )
        case = Case(case.text, case.roles, act_of_source(propositions), case.terms)
        answers = tuple(
            Answer(Act(one["act"]), tuple(one["aspects"]), tuple(one["issues"]))
            for one in row["readings"]
        )
        found.append(Example(case, group=row["report"], answers=answers))
    return found


def _is_aside(report: str) -> bool:
    """Says whether a report is one of the sixteenth of all that are kept aside, by a hash of its id."""
    return hashlib.sha256(report.encode()).digest()[0] < 16


def vocabulary_examples() -> list[Example]:
    """Returns the terms, examples and descriptions of the issues, each as words about that issue."""
    found = []
    for issue in load_issues():
        terms = [" ".join(word for part in t.parts for word in part.words) for t in issue.terms]
        plain = [term.replace("*", "").replace("=", "") for term in terms]
        for words in (*plain, *issue.examples, issue.description) if issue.parent else ():
            case = Case(words, ((Span(0, len(words)), Role.CONTENT),))
            found.append(Example(case, group="vocabulary", answers=(Answer(issues=(issue.id,)),)))
    return found
