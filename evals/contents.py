"""Measures acts and issues of attributed contents, on hand-labelled contents of unlabelled corpora.

    python evals/contents.py --data EVAL/corpora [--confusions]

What is counted. Source, cue and content are the labelled ones, so this is about coding alone. *Act*: what the source
does in saying the content. Of several propositions of the source's own in a content the longest counts that is neither
"other" nor an assessment; one in which only others act counts as an assessment. A second act that both readers would
accept is right too. Macro F1 is the mean over the acts that occur among the labels. *Issues*: the issues of all
propositions of the content against the labelled ones, each pair of content and issue counted once.

The same figures for the rules alone, which the classifier is told, stand beside.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from classes import by_class
from labelled import Label, read_labels, reports_of
from reportedly.attributing.encoder import Encoder
from reportedly.coding import ActClassifier, code_content, judge
from reportedly.coding.judging import act_of_source
from reportedly.model import Act, Attribution, Directness, Proposition, Span
from reportedly.vocabulary import Gazetteer, load_gazetteer

FILE = "acts.jsonl"

Judge = Callable[[str, Attribution, Sequence[Proposition]], Sequence[Proposition]]


class Outcome(NamedTuple):
    """What was labelled and what was found of one content."""

    # The labelled act; the second one where that was found.
    gold: Act
    found: Act
    gold_issues: frozenset[str]
    found_issues: frozenset[str]


def outcome(label: Label, text: str, names: Gazetteer, judged: Judge) -> Outcome:
    """Codes one labelled content."""
    spans = {name: tuple(Span(*s) for s in label[name]) for name in ("source", "cue", "content")}
    words = {name: " … ".join(s.of(text) for s in found) for name, found in spans.items()}
    rules = code_content(
        text, spans["content"], source=words["source"], cue=words["cue"], gazetteer=names
    )
    one = Attribution(
        "label",
        label["report"],
        **spans,
        parent=None,
        directness=Directness.INDIRECT,
        confidence=1.0,
        origin="label",
    )
    found = judged(text, one, rules)
    act, gold = act_of_source(found) or Act.ASSESSMENT, Act(label["act"])
    if act == label["alt"]:
        gold = act
    issues = frozenset(issue for each in found for issue in each.issues)
    return Outcome(gold, act, frozenset(label["issues"]), issues)


def outcomes(corpora: Path, judged: Judge) -> Iterator[Outcome]:
    """Yields the outcome of every labelled content."""
    gazetteer = load_gazetteer()
    for report, labels in reports_of(read_labels(FILE), corpora):
        names = gazetteer.learn(f"{report.title}\n\n{report.text}")
        for label in labels:
            yield outcome(label, report.text, names, judged)


def f1_by_act(found: Sequence[Outcome]) -> Mapping[Act, float]:
    """Returns the F1, in percent, of each act that was labelled."""
    scores = by_class((o.gold, o.found) for o in found)
    return {act: 100 * scores[act].f1 for act in Act if act in scores}


def figures_of(found: Sequence[Outcome]) -> dict[str, float]:
    """Returns the figures in percent."""
    acts = f1_by_act(found)
    right = sum(o.gold is o.found for o in found)
    issues = sum(len(o.gold_issues & o.found_issues) for o in found)
    named = sum(len(o.gold_issues) for o in found)
    guessed = sum(len(o.found_issues) for o in found)
    return {
        "act_macro_f1": sum(acts.values()) / max(1, len(acts)),
        "act_accuracy": 100 * right / max(1, len(found)),
        "issues_precision": 100 * issues / max(1, guessed),
        "issues_recall": 100 * issues / max(1, named),
        "issues_f1": 200 * issues / max(1, guessed + named),
    }


def by_rules(_text: str, _one: Attribution, rules: Sequence[Proposition]) -> Sequence[Proposition]:
    """Leaves the rules' propositions as they are."""
    return rules


def by_classifier() -> Judge:
    """Returns what lets the classifier judge."""
    classifier = ActClassifier.load(Encoder.load(threads=1).tokenizer)
    return lambda text, one, rules: judge(text, [one], {one.id: rules}, classifier)[one.id]


def measure(corpora: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return figures_of(list(outcomes(corpora, by_classifier())))


def main() -> None:
    """Prints the figures of rules and classifier, and the confusions on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--confusions", action="store_true", help="print which acts are confused")
    asked = parser.parse_args()
    for name, judged in (("rules", by_rules), ("classifier", by_classifier())):
        found = list(outcomes(asked.data, judged))
        for figure, value in figures_of(found).items():
            print(f"{name:10} {figure:18} {value:5.1f} of {len(found)} contents")
        counts = Counter(o.gold for o in found)
        for act, value in f1_by_act(found).items():
            print(f"{name:10} F1 {act:15} {value:5.1f} of {counts[act]}")
        if asked.confusions:
            wrong = Counter((o.gold, o.found) for o in found if o.gold is not o.found)
            for (gold, guess), count in wrong.most_common(20):
                print(f"{name:10} {count:3} times {guess} for {gold}")


if __name__ == "__main__":
    main()
